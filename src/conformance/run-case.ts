import { errorText } from "../error-text.ts";
import { Journal } from "../journal/journal.ts";
import { maskFrame } from "../journal/mask.ts";
import type { FrameRecord } from "../frames/frame.ts";
import { realClock } from "../station/clock.ts";
import { StationDriver } from "../station/driver.ts";
import type { CsmsAdapter } from "./adapter/adapter.ts";
import type { OfficialCase } from "./case.ts";
import { CaseRun } from "./context/case-run.ts";
import { CaseStopped, CouldNotRun, Untestable } from "./context/stop.ts";
import { Watch } from "./context/watch.ts";
import type { AuditOptions } from "./options.ts";
import type { CaseReport, CheckReport } from "./report/schema.ts";
import { some } from "./rules/rule.ts";
import { judgeRules } from "./rules/all.ts";
import { settle, tearDown } from "./settle.ts";
import { stationConfig } from "./station-config.ts";
import { tokenFlags } from "./tokens.ts";
import { checkVerdict, overallVerdict } from "./verdict.ts";

export interface CaseRunInput {
  each: OfficialCase;
  url: string;
  adapter: CsmsAdapter;
  options: AuditOptions;
  /** What earlier cases of the audit recorded. */
  earlier: readonly FrameRecord[];
}

/**
 * Runs one case with a station of its own and judges it. Never throws, except `CouldNotRun` when nobody answers at the
 * address.
 */
export async function runCase(input: CaseRunInput): Promise<{ report: CaseReport; frames: FrameRecord[] }> {
  const { each, options } = input;
  const missing = missingNeeds(each, options);
  if (missing !== null) return { report: caseReport(each, [unable("untestable", missing)]), frames: [] };

  const timeout = options.timeout * 1000;
  const watch = new Watch();
  const journal = new Journal({ store: null, now: () => realClock.now() });
  journal.subscribe((frames) => watch.add(frames));
  const station = new StationDriver(stationConfig(input.url, options, each), {
    recorder: journal,
    clock: realClock,
  });
  const faults: string[] = [];
  station.subscribe((change) => {
    if (change.kind === "notice" && change.defect) faults.push(change.text);
  });
  const run = new CaseRun({
    station,
    watch,
    adapter: input.adapter,
    tokens: options.tokens,
    timeout,
    note: (text) => options.progress?.({ kind: "note", each, text }),
  });

  const checks = run.checks;
  try {
    await each.run(run);
  } catch (thrown) {
    if (thrown instanceof CouldNotRun) {
      await station.stop();
      throw thrown;
    }
    if (thrown instanceof Untestable) checks.push(unable("untestable", thrown.message));
    else if (!(thrown instanceof CaseStopped)) checks.push(unable("error", errorText(thrown)));
  }
  await settle(station, watch, timeout);
  await tearDown(station, watch, timeout);
  await journal.flush();

  // Masked before anything is said of them: findings quote what they found.
  const frames = watch.frames.map(maskFrame);
  for (const { rule, citation, finding } of judgeRules(options.dialect, {
    frames,
    earlier: input.earlier,
    timeout,
  })) {
    const { ok, ...evidence } = finding;
    const verdict = checkVerdict(citation.level, ok);
    checks.push({ id: rule.id, ...citation, verdict, text: rule.text, ...evidence });
  }
  checks.push(...ownFaults(frames, faults));
  return { report: caseReport(each, checks), frames };
}

/** What is said of a case. */
export function caseReport(each: OfficialCase, checks: CheckReport[]): CaseReport {
  const verdict = overallVerdict(checks.map((check) => check.verdict));
  return { id: each.id, title: each.title, verdict, checks };
}

/** Stands in for the checks that could not be judged. */
export function unable(verdict: "untestable" | "error", text: string): CheckReport {
  const expected =
    verdict === "untestable" ? "everything the case needs" : "a station and a runner that work";
  return { id: verdict, requirement: "", level: "SHALL", verdict, text, expected, actual: "", frames: [] };
}

function missingNeeds(each: OfficialCase, options: AuditOptions): string | null {
  if (each.needs.password === true && options.password === undefined)
    return "Needs a password that the CSMS knows for the station; give it with --password.";
  for (const role of each.needs.tokens ?? [])
    if (options.tokens[role] === null)
      return `Needs a token that the CSMS knows as ${role}; give it with ${tokenFlags[role]}.`;
  return null;
}

/** What our own side did wrong: then nothing that the case says of the CSMS can be trusted. */
function ownFaults(frames: readonly FrameRecord[], faults: readonly string[]): CheckReport[] {
  const invalid = frames.filter(
    (frame) => frame.direction === "out" && frame.issues.some((issue) => issue.severity === "error"),
  );
  const texts = [
    ...faults,
    ...invalid.flatMap((frame) =>
      frame.issues.map((issue) => `our ${frame.action ?? frame.kind} ${issue.pointer}: ${issue.expected}`),
    ),
  ];
  if (texts.length === 0) return [];
  return [{ ...unable("error", some(texts)), frames: invalid.map((frame) => frame.id) }];
}
