import { expect, it } from "vitest";
import { csvRecord } from "../journal/export/csv.ts";
import { CsvRows, isFramesHeader } from "./csv-rows.ts";
import { Judge } from "./judge.ts";

const names = ["id", "time", "at", "station", "connection", "dialect", "direction", "kind", "action", "raw"];
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const header = names.join(",");

/** The rules that each verdict names, by line. */
function judged(text: string, maxLength = 10_000): [number, string[]][] {
  const rows = new CsvRows(new Judge(), encode(`\ufeff${header}\r`), maxLength);
  const lines = text.split("\n").map((line, at) => ({ number: at + 2, bytes: encode(line) }));
  return [...lines.flatMap((line) => rows.add(line)), ...rows.end()].map((verdict) => [
    verdict.line,
    "kind" in verdict ? [verdict.kind] : verdict.issues.map(({ rule }) => rule),
  ]);
}

const row = (raw: string, more: { dialect?: string; kind?: string } = {}): string => {
  const { dialect = "1.6J", kind = "call" } = more;
  return csvRecord(["1", "t", 5, "A", "c", dialect, "out", kind, "Heartbeat", raw]).replace(/\r\n$/, "");
};

it("knows the header of our export", () => {
  expect(isFramesHeader(`\ufeff${header}\r`)).toBe(true);
  expect(isFramesHeader("at,station,measurand,value")).toBe(false);
});

it("judges a row by what was on the wire, and gives its lines after the first no issue", () => {
  const good = row('[2,"1","Heartbeat",{}]');
  const bad = row('[2,"1","Heartbeat",{"a":1}]');
  const pretty = row('[2,\n"1","Heartbeat",\n{"a":1}]');
  expect(judged([good, bad, pretty, good].join("\n"))).toEqual([
    [2, []],
    [3, ["additionalProperties"]],
    [4, ["additionalProperties"]],
    [5, []],
    [6, []],
    [7, []],
  ]);
});

it("reads cells as the export writes them: quotes, and an apostrophe before what a spreadsheet would run", () => {
  const tabbed = row('\t[2,"1","Heartbeat",{}]');
  expect(tabbed).toContain("'\t[");
  expect(judged(tabbed)).toEqual([[2, []]]);
  expect(judged(row("=1+1", { kind: "fault" }))).toEqual([[2, ["json"]]]);
  expect(judged(row("{}", { kind: "closed" }))).toEqual([[2, []]]);
  expect(judged(row("[]", { dialect: "" }))).toEqual([[2, ["dialect-missing"]]]);
});

it("tells rows that are broken, and goes on after them", () => {
  const good = row('[2,"1","Heartbeat",{}]');
  expect(judged(`1,2\n${good}\n\n"never`)).toEqual([
    [2, ["csv"]],
    [3, []],
    [4, []],
    [5, ["csv"]],
  ]);
  expect(judged(`"${"x".repeat(50)}\n${"y".repeat(60)}\n${good}`, 100)).toEqual([
    [2, ["lineLength"]],
    [3, []],
    [4, []],
  ]);
});
