import { errorText } from "../error-text.ts";
import { Sandbox } from "../sandbox/sandbox.ts";
import type { FrameRecord } from "../frames/frame.ts";
import { sandboxAdapter } from "./adapter/sandbox.ts";
import type { CsmsAdapter } from "./adapter/adapter.ts";
import type { OfficialCase } from "./case.ts";
import { CouldNotRun } from "./context/stop.ts";
import type { AuditOptions } from "./options.ts";
import { toFrameReport } from "./report/frame.ts";
import type { AuditReport, CaseReport, FrameReport } from "./report/schema.ts";
import { caseReport, runCase, unable } from "./run-case.ts";
import { selectCases } from "./select.ts";
import { overallVerdict, summarize } from "./verdict.ts";

/**
 * Runs the cases of a dialect against a CSMS, one after the other, each with a fresh station of the same identity.
 * @throws UsageError for case ids that do not exist, CouldNotRun when nobody answers at the address
 */
export async function runAudit(options: AuditOptions): Promise<AuditReport> {
  const selected = selectCases(options.dialect, options.cases);
  const startedAt = new Date().toISOString();
  const target = await openTarget(options);
  try {
    const results = await runCases(selected, target, options);
    const cases = results.map((result) => result.report);
    return {
      format: 1,
      target: target.name,
      dialect: options.dialect,
      station: options.station,
      startedAt,
      verdict: overallVerdict(cases.map((each) => each.verdict)),
      summary: summarize(cases),
      cases,
      frames: results.flatMap((result) => result.frames),
    };
  } finally {
    await target.close();
  }
}

interface Target {
  name: string;
  url: string;
  adapter: CsmsAdapter;
  close(): Promise<void>;
}

async function openTarget(options: AuditOptions): Promise<Target> {
  const { target, adapter, station, password } = options;
  if (target === "sandbox") {
    const sandbox = await Sandbox.start({
      host: "127.0.0.1",
      port: 0,
      pendingInterval: 1,
      ...(password === undefined ? {} : { passwords: { [station]: password } }),
    });
    return {
      name: "sandbox",
      url: sandbox.url,
      adapter: sandboxAdapter(sandbox),
      close: () => sandbox.close(),
    };
  }
  if (target instanceof Sandbox)
    return {
      name: "sandbox",
      url: target.url,
      adapter: sandboxAdapter(target),
      close: () => Promise.resolve(),
    };
  return { name: shownTarget(target.url), url: target.url, adapter, close: () => Promise.resolve() };
}

async function runCases(
  selected: readonly OfficialCase[],
  target: Target,
  options: AuditOptions,
): Promise<{ report: CaseReport; frames: FrameReport[] }[]> {
  const results: { report: CaseReport; frames: FrameReport[] }[] = [];
  const earlier: FrameRecord[] = [];
  for (const [index, each] of selected.entries()) {
    options.progress?.({ kind: "case-started", each, number: index + 1, of: selected.length });
    const { url, adapter } = target;
    let result: { report: CaseReport; frames: FrameRecord[] };
    try {
      result = await runCase({ each, url, adapter, options, earlier });
    } catch (thrown) {
      // Before anybody spoke with the CSMS there is no audit; later, whatever stops one case leaves the others alone.
      if (thrown instanceof CouldNotRun && earlier.length === 0) throw thrown;
      result = { report: caseReport(each, [unable("error", errorText(thrown))]), frames: [] };
    }
    earlier.push(...result.frames);
    const frames = result.frames.map((frame) => toFrameReport(frame, each.id));
    results.push({ report: result.report, frames });
    options.progress?.({ kind: "case-ended", report: result.report });
  }
  return results;
}

/** A URL as reports may show it: without user name and password. Text that is no URL comes back as it is. */
function shownTarget(url: string): string {
  const parsed = URL.parse(url.replaceAll("{station}", "STATION_PLACEHOLDER"));
  if (parsed === null) return url;
  parsed.username = "";
  parsed.password = "";
  return parsed.href.replaceAll("STATION_PLACEHOLDER", "{station}");
}
