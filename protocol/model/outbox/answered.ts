import { notice } from "../messages/act.ts";
import type { Outcome } from "../messages/event.ts";
import type { Fact } from "../messages/fact.ts";
import type { StationState } from "../state.ts";
import { drop, keepDurable, settle } from "./outbox.ts";
import { isDurable } from "./queue.ts";

/** What became of our CALL `ref`. A late word about one that was given up already is ignored. */
export function onAnswered(station: StationState, ref: number, outcome: Outcome): void {
  const settled = settle(station, ref, outcome);
  if (!settled) return;
  const { fact, action } = settled;
  const failed = outcome.kind === "error" || outcome.kind === "timeout" || outcome.kind === "invalid";
  if (failed) notice(station, "warning", `${action} failed: ${reason(outcome)}`);
  for (const { answered } of station.blocks) tell(answered?.[fact.kind], station, fact, outcome);
}

/** The link is gone: what was under way is unanswered, and what nobody can hear any more is dropped. */
export function onLinkLost(station: StationState): void {
  const { open } = station.outbox;
  keepDurable(station);
  if (!open) return;
  if (!isDurable(open.entry.fact)) drop(station, open.entry.fact);
  onAnswered(station, open.ref, { kind: "lost" });
}

/** The handler was found by the kind of the fact, which the compiler does not follow. */
function tell(
  handler: ((station: StationState, fact: never, outcome: Outcome) => void) | undefined,
  station: StationState,
  fact: Fact,
  outcome: Outcome,
): void {
  handler?.(station, fact as never, outcome);
}

function reason(outcome: Outcome): string {
  switch (outcome.kind) {
    case "error":
      return `the CSMS answered ${outcome.code}${outcome.description === "" ? "" : ` (${outcome.description})`}.`;
    case "timeout":
      return "no answer in time.";
    case "invalid":
      return `the answer is not valid: ${outcome.text}`;
    case "not-sent":
      return outcome.reason;
    case "lost":
      return "the link broke.";
    case "result":
      return "answered.";
  }
}
