import { notice } from "./act.ts";
import { onAuthorizeAnswer, onAuthorizeFailure } from "../authorization/present-token.ts";
import { onBootAnswer, onBootFailure } from "../provisioning/boot.ts";
import type { Outcome } from "./event.ts";
import type { Fact } from "./fact.ts";
import { forgetReported, keepDurable, settle } from "./outbox.ts";
import type { StationState } from "../state.ts";
import { onTransactionAnswer } from "../transactions/transaction-answer.ts";
import type { JsonObject } from "../../wire/frame.ts";

/** What became of our CALL `ref`. A late word about one that was given up already is ignored. */
export function onAnswered(station: StationState, ref: number, outcome: Outcome): void {
  const settled = settle(station, ref, outcome);
  if (!settled) return;
  if (outcome.kind === "result") applyAnswer(station, settled.fact, outcome.payload);
  else applyFailure(station, settled.fact, settled.action, outcome);
}

/** The link is gone: what was under way is unanswered, and what nobody can hear any more is dropped. */
export function onLinkLost(station: StationState): void {
  const { open } = station.outbox;
  keepDurable(station);
  if (!open) return;
  if (open.entry.fact.kind === "status") forgetReported(station, open.entry.fact);
  onAnswered(station, open.ref, { kind: "lost" });
}

/** The CSMS answered: lets the version read the answer, and acts on what it means. */
function applyAnswer(station: StationState, fact: Fact, payload: JsonObject): void {
  const answer = station.version.answer(fact, payload);
  switch (answer.kind) {
    case "boot":
      onBootAnswer(station, answer.status, answer.interval);
      return;
    case "token":
      if (fact.kind === "authorize") onAuthorizeAnswer(station, fact, answer.info);
      return;
    case "transaction":
      if (fact.kind === "transaction") onTransactionAnswer(station, fact, answer);
      return;
    case "noted":
  }
}

/** The CSMS refused, was silent, or could not be reached. */
function applyFailure(station: StationState, fact: Fact, action: string, outcome: Outcome): void {
  if (outcome.kind === "error" || outcome.kind === "timeout" || outcome.kind === "invalid") {
    notice(station, "warning", `${action} failed: ${reason(outcome)}`);
  }
  // A boot that the link took with it is sent again as soon as there is one.
  if (fact.kind === "boot" && outcome.kind !== "lost") onBootFailure(station);
  if (fact.kind === "authorize") onAuthorizeFailure(station, fact, outcome);
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
