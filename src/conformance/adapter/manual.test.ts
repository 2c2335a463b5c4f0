import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { manualAdapter } from "./manual.ts";

function terminal(isTTY: boolean) {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = new PassThrough();
  return { input, output, shown: () => String(output.read() ?? "") };
}

const ask = {
  action: "GetTransactionStatus",
  payload: { transactionId: "T" },
  why: "to see whether it works",
};

test("without a terminal nobody can be asked", async () => {
  const { input, output, shown } = terminal(false);
  const adapter = manualAdapter({ input, output });
  expect(await adapter.cause("CS-1", ask)).toContain("nobody can cause that");
  expect(await adapter.arrangeBoot("CS-1", ["Pending"])).toContain("nobody can arrange that");
  expect(shown()).toBe("");
});

test("the operator is told what to have the CSMS send; the request itself is the answer", async () => {
  const { input, output, shown } = terminal(true);
  const adapter = manualAdapter({ input, output });
  expect(await adapter.cause("CS-1", ask)).toBeNull();
  const text = shown();
  expect(text).toContain('GetTransactionStatus {"transactionId":"T"}');
  expect(text).toContain("to see whether it works");
  expect(adapter.patience).toBeGreaterThan(10_000);
});

test("an arrangement is confirmed by Enter, or skipped", async () => {
  const { input, output, shown } = terminal(true);
  const adapter = manualAdapter({ input, output });
  const confirmed = adapter.arrangeBoot("CS-1", ["Pending"]);
  input.write("\n");
  expect(await confirmed).toBeNull();
  expect(shown()).toContain("Pending, then Accepted");
  const skipped = adapter.arrangeBoot("CS-1", ["Pending"]);
  input.write("s\n");
  expect(await skipped).toBe("Skipped by the operator.");
});
