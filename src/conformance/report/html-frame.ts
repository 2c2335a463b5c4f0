import { parseJson } from "../../../protocol/wire/parse-json.ts";
import type { CaseReport, FrameReport } from "./schema.ts";
import { escapeMarkup } from "./text.ts";

/**
 * The frames of one case: number, time, direction, and the raw text in full.
 * @param numbers frame id to the number by which checks refer to it
 */
export function frameSection(
  each: CaseReport,
  frames: readonly FrameReport[],
  numbers: ReadonlyMap<string, number>,
): string {
  const own = frames.filter((frame) => frame.case === each.id);
  if (own.length === 0) return "";
  return `<h3>${escapeMarkup(each.id)}</h3>
<ol class="frames">
${own.map((frame) => frameItem(frame, numbers.get(frame.id) ?? 0)).join("\n")}
</ol>`;
}

function frameItem(frame: FrameReport, number: number): string {
  const latency = frame.latency === null ? "" : ` <span class="hint">${frame.latency.toFixed(1)} ms</span>`;
  const error = frame.error === null ? "" : ` <span class="bad">${escapeMarkup(frame.error)}</span>`;
  const marks = frame.marks.map((mark) => ` <span class="mark">${escapeMarkup(mark)}</span>`).join("");
  const arrow = frame.direction === "out" ? "→" : "←";
  const spoken = frame.direction === "out" ? "station to CSMS" : "CSMS to station";
  return (
    `<li id="x-${frame.id.replaceAll(/[^\w-]/gu, "_")}" class="${frame.direction === "out" ? "out" : "in"}">` +
    `<div><span class="number">${number}</span> <time>${escapeMarkup(frame.at.slice(11, 23))}</time> <span title="${spoken}">${arrow}</span> ` +
    `<b>${escapeMarkup(frame.action ?? frame.kind)}</b> <span class="hint">${escapeMarkup(frame.kind)}</span>` +
    `${latency}${error}${marks}</div>${issues(frame)}<pre>${escapeMarkup(pretty(frame.raw))}</pre></li>`
  );
}

function issues(frame: FrameReport): string {
  if (frame.issues.length === 0) return "";
  const items = frame.issues.map((issue) => {
    const found = issue.actual === undefined ? "" : `, found ${issue.actual}`;
    const text = `${issue.pointer || "/"}: ${issue.expected}${found} (${issue.rule})`;
    return `<li class="${issue.severity === "error" ? "bad" : ""}">${escapeMarkup(text)}</li>`;
  });
  return `<ul class="issues">${items.join("")}</ul>`;
}

/** Indented when it is JSON of a sensible size, otherwise as it came. */
function pretty(raw: string): string {
  if (raw.length > 100_000) return raw;
  try {
    return JSON.stringify(parseJson(raw), null, 2);
  } catch {
    return raw;
  }
}
