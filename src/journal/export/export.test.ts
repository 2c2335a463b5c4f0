import { describe, expect, it } from "vitest";
import { frameMaker, sampleRow, transactionRow } from "../../store/contract/samples.ts";
import type { FrameRow } from "../../store/store.ts";
import { payloadOf } from "../../frames/payload.ts";
import { exportFrames } from "./frames.ts";
import { exportSamples } from "./samples.ts";
import { exportTransactions } from "./transactions.ts";

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

async function* from<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows;
}

/** A plain reader of RFC 4180, written for these tests only. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [[]];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') cell += text.charAt(++i);
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      records.at(-1)?.push(cell);
      cell = "";
    } else if (c === "\r" && text[i + 1] === "\n") {
      records.at(-1)?.push(cell);
      cell = "";
      records.push([]);
      i += 1;
    } else cell += c;
  }
  expect([quoted, cell, records.at(-1)]).toEqual([false, "", []]);
  return records.slice(0, -1);
}

const frame = frameMaker(1_700_000_000_000);
const awkward = [
  '[2,"1","DataTransfer",{"data":"a,b\\n\\"c\\""}]',
  "line\r\nbreak \u2028 \0 é😀",
  '=HYPERLINK("http://x")',
  "+1",
  "-1+1",
  "@SUM(A1)",
  "\tx",
  "",
];
const rows: FrameRow[] = awkward.map((raw, i) => ({
  ...frame({ raw, station: i === 2 ? "=CS" : "CS-1", marks: i === 0 ? ["crafted", "late"] : [] }),
  answer: i === 0 ? { id: "A".repeat(26), kind: "callError", latency: 1.25, error: "InternalError" } : null,
}));

describe("exporting frames", () => {
  it("gives JSON and NDJSON that read back as the rows, with the time in words", async () => {
    const expected = rows.map(({ answer, ...row }) => ({
      ...row,
      time: new Date(row.at).toISOString(),
      answerId: answer?.id ?? null,
      answerKind: answer?.kind ?? null,
      answerLatency: answer?.latency ?? null,
      answerError: answer?.error ?? null,
      payload: payloadOf(row),
    }));
    expect(JSON.parse(await textOf(exportFrames(from(rows), "json")))).toEqual(expected);
    const lines = (await textOf(exportFrames(from(rows), "ndjson"))).split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(expected);
    expect(expected[0]?.time).toBe("2023-11-14T22:13:20.001Z");
  });

  it("gives CSV in the documented order that reads back, with formulas defused", async () => {
    const [head, ...records] = parseCsv(await textOf(exportFrames(from(rows), "csv")));
    expect(head?.join(" ")).toBe(
      "id time at station connection dialect direction kind action messageId size pair latency error " +
        "answerId answerKind answerLatency answerError writer issues marks raw",
    );
    const defuse = (text: string): string => (/^[=+\-@\t]/.test(text) ? `'${text}` : text);
    expect(records.map((cells) => cells.at(-1))).toEqual(awkward.map(defuse));
    expect(records[0]?.slice(1, 4)).toEqual(["2023-11-14T22:13:20.001Z", "1700000000001.25", "CS-1"]);
    expect(records[0]?.slice(13, 21)).toEqual([
      "",
      "A".repeat(26),
      "callError",
      "1.25",
      "InternalError",
      rows[0]?.writer,
      "",
      '["crafted","late"]',
    ]);
    expect(records[2]?.[3]).toBe("'=CS");
  });

  it("is whole also without rows", async () => {
    expect(JSON.parse(await textOf(exportFrames(from([]), "json")))).toEqual([]);
    expect(await textOf(exportFrames(from([]), "ndjson"))).toBe("");
    expect(parseCsv(await textOf(exportFrames(from([]), "csv")))).toHaveLength(1);
  });

  it("masks secrets in every format", async () => {
    const secret = '[2,"1","ChangeConfiguration",{"key":"AuthorizationKey","value":"hunter2hunter2"}]';
    for (const format of ["json", "ndjson", "csv"] as const)
      expect(
        await textOf(exportFrames(from([{ ...frame({ raw: secret }), answer: null }]), format)),
      ).not.toContain("hunter2");
  });

  it("reads no further than it is asked to, and lets go of its source", async () => {
    let read = 0;
    let released = false;
    async function* endless(): AsyncGenerator<FrameRow> {
      try {
        for (;;) {
          read += 1;
          yield { ...frame({ raw: "x".repeat(1000) }), answer: null };
        }
      } finally {
        released = true;
      }
    }
    for await (const piece of exportFrames(endless(), "ndjson")) {
      expect(piece.length).toBeLessThan(70_000);
      break;
    }
    expect(read).toBeLessThan(70);
    expect(released).toBe(true);
  });
});

describe("exporting transactions and samples", () => {
  it("keeps numbers and absent values apart from texts", async () => {
    const ended = transactionRow({
      key: "k",
      startedAt: 0,
      endedAt: 1500.5,
      meterStop: 10,
      stoppedReason: "Local",
    });
    const list: unknown = JSON.parse(await textOf(exportTransactions(from([ended]), "json")));
    expect(list).toEqual([
      { ...ended, startTime: "1970-01-01T00:00:00.000Z", endTime: "1970-01-01T00:00:01.500Z" },
    ]);
    const [head, open] = parseCsv(
      await textOf(exportTransactions(from([transactionRow({ key: "k" })]), "csv")),
    );
    expect(head?.slice(0, 9).join(" ")).toBe(
      "key station dialect transactionId evse connector idToken startTime startedAt",
    );
    expect(open?.slice(9)).toEqual(["", "", "0", "", ""]);
  });

  it("does not take a negative number for a formula", async () => {
    const records = parseCsv(await textOf(exportSamples(from([sampleRow({ value: -12.5 })]), "csv")));
    expect(records[0]?.join(" ")).toBe(
      "time at station evse connector transactionKey measurand phase location context value unit",
    );
    expect(records[1]?.slice(-2)).toEqual(["-12.5", "Wh"]);
  });
});
