import { objects, type JsonObject } from "../../protocol/payload/read.ts";
import type { FindingRow, FrameReport } from "../api/runs.ts";
import type { Tone } from "../text/tone.ts";

interface VerdictLook {
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
export function caseTitles(report: JsonObject | null): Map<string, string> {
  return new Map(objects(report ?? {}, "cases").map(({ id, title }) => [String(id), String(title)]));
}

/** The frames that a report holds as proof, by their ids. */
export function reportFrames(report: JsonObject | null): Map<string, FrameReport> {
  return new Map(
    objects(report ?? {}, "frames")
      .filter(isFrameReport)
      .map((frame) => [frame.id, frame]),
  );
}

function isFrameReport(value: JsonObject): value is FrameReport {
  return typeof value["id"] === "string" && typeof value["raw"] === "string";
}
