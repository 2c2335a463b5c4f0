import { isObject } from "../../protocol/payload/read.ts";
import type { FindingRow, FrameReport } from "../api/runs.ts";
import type { Tone } from "../text/tone.ts";
import { member } from "../text/json.ts";

export interface VerdictLook {
  word: string;
  tone: Tone;
}

const looks: { [verdict: string]: VerdictLook } = {
  pass: { word: "Passed", tone: "ok" },
  warning: { word: "Warning", tone: "warn" },
  fail: { word: "Failed", tone: "bad" },
  untestable: { word: "Untestable", tone: "warn" },
  notApplicable: { word: "Not applicable", tone: "neutral" },
  error: { word: "Error of ours", tone: "bad" },
};

/** The verdicts in the order in which counts are shown. */
export const verdictOrder = Object.keys(looks);

/** A verdict in words; null is a run that is under way, or that ended without one. */
export function verdictLook(verdict: string | null): VerdictLook {
  if (verdict === null) return { word: "Under way", tone: "accent" };
  return looks[verdict] ?? { word: verdict, tone: "neutral" };
}

/** Findings by their case, in the order of the report. */
export function findingsByCase(findings: readonly FindingRow[]): { id: string; findings: FindingRow[] }[] {
  return [...Map.groupBy(findings, (finding) => finding.case)].map(([id, own]) => ({ id, findings: own }));
}

/** Titles of a report's cases by their ids. */
export function caseTitles(report: unknown): Map<string, string> {
  const cases = member(report, "cases");
  if (!Array.isArray(cases)) return new Map();
  return new Map(
    cases.filter(isObject).map((each): [string, string] => [String(each["id"]), String(each["title"])]),
  );
}

/** The frames that a report holds as proof, by their ids. */
export function reportFrames(report: unknown): Map<string, FrameReport> {
  const frames = member(report, "frames");
  if (!Array.isArray(frames)) return new Map();
  return new Map(frames.filter(isFrameReport).map((frame) => [frame.id, frame]));
}

function isFrameReport(value: unknown): value is FrameReport {
  return isObject(value) && typeof value["id"] === "string" && typeof value["raw"] === "string";
}
