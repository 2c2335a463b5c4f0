import { expect, it } from "vitest";
import { readLine, writeRecord } from "./log-record.ts";
import type { LogRecord } from "./log-record.ts";

const record: LogRecord = {
  station: 'CS "1"\n',
  format: 1,
  generation: 2,
  revision: 3,
  at: 1_700_000_000_000,
  whole: false,
  parts: new Map([
    ["evse/1", '{"a":1,"\\\\":"ü"}'],
    ["__proto__", '{"\\"":2}'],
  ]),
  gone: ["message/1"],
  forgotten: false,
};

it("comes back as it was written, on one line", () => {
  const line = writeRecord(record);
  expect(line.indexOf("\n")).toBe(line.length - 1);
  const read = readLine(line.trimEnd());
  expect(read).toEqual(record);
});

it("is nothing when any of it is missing or other than it was", () => {
  const line = writeRecord(record).trimEnd();
  for (let end = 0; end < line.length; end++) expect(readLine(line.slice(0, end))).toBeNull();
  expect(readLine(line.replace('"revision":3', '"revision":4'))).toBeNull();
});
