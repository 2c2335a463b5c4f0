import { describe, expect, it } from "vitest";
import { verdicts } from "../../src/conformance/verdict.ts";
import type { FindingRow } from "../api/runs.ts";
import { processState } from "./store-processes.ts";
import { caseTitles, findingsByCase, reportFrames, verdictLook, verdictOrder } from "./runs.ts";

const finding = (id: string, ofCase: string): FindingRow => ({
  id,
  run: "R",
  at: 1,
  case: ofCase,
  check: "c",
  verdict: "fail",
  requirement: "",
  text: "",
  expected: "",
  actual: "",
  frames: [],
});

describe("runs", () => {
  it("has a word for each verdict of an audit, and for none", () => {
    expect(verdictOrder.toSorted()).toEqual([...verdicts].toSorted());
    expect(verdictLook(null).word).toBe("Under way");
    expect(verdictLook("later").word).toBe("later");
  });

  it("groups findings by case in their order", () => {
    const groups = findingsByCase([finding("1", "B"), finding("2", "A"), finding("3", "B")]);
    expect(groups.map(({ id, findings }) => [id, findings.map((each) => each.id)])).toEqual([
      ["B", ["1", "3"]],
      ["A", ["2"]],
    ]);
  });

  it("reads titles and frames of a report, and lives with one that has none", () => {
    const frame = { id: "F", raw: "[2]" };
    const report = { cases: [{ id: "B", title: "Boot" }, 5], frames: [frame, null, { id: "G" }] };
    expect(caseTitles(report).get("B")).toBe("Boot");
    expect([...reportFrames(report).keys()]).toEqual(["F"]);
    for (const nothing of [null, {}, { cases: 1, frames: 2 }]) {
      expect(caseTitles(nothing).size).toBe(0);
      expect(reportFrames(nothing).size).toBe(0);
    }
  });

  it("counts a process as gone when it said so, or says nothing any more", () => {
    const writer = { writer: "a/1", name: "a", host: "h", pid: 1, folder: "f", startedAt: 0, batch: 0 };
    const at = 1_000_000;
    const alive = (seenAt: number, endedAt: number | null) =>
      processState([{ ...writer, seenAt, endedAt }], "a", at);
    expect(alive(at - 59_000, null)).toEqual({ alive: true, seenAt: at - 59_000 });
    expect(alive(at - 61_000, null).alive).toBe(false);
    expect(alive(at, at).alive).toBe(false);
    expect(processState([], "a", at)).toEqual({ alive: false, seenAt: null });
  });
});
