import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createLog, prettyLine } from "./log.ts";

function collected(pretty: boolean) {
  const lines: string[] = [];
  const to = new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      lines.push(line);
      done();
    },
  });
  return { lines, log: createLog({ level: "info", pretty, to }) };
}

test("secrets are masked wherever they stand", () => {
  const { lines, log } = collected(false);
  log.info(
    {
      token: "t-secret",
      station: { password: "p-secret" },
      request: { headers: { authorization: "a-secret" } },
    },
    "hello",
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain("secret");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: "info", msg: "hello", token: "********" });
});

test("lines for people are short, and carry the trace of an error", () => {
  const { lines, log } = collected(true);
  log.debug("not shown");
  log.warn({ station: "A" }, "look");
  log.error({ err: new Error("broken") }, "failed");
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d WARN  look  station="A"\n$/);
  expect(lines[1]).toMatch(/ERROR failed\nError: broken\n {4}at /);
  expect(prettyLine('{"level":"info","time":"2026-01-01T12:34:56.000Z","msg":"x"}')).toBe(
    "12:34:56 INFO  x\n",
  );
});
