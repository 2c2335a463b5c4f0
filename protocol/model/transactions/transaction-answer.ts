import { notice } from "../messages/act.ts";
import type { TransactionAnswer } from "../messages/answer.ts";
import type { Outcome } from "../messages/event.ts";
import { dropWaiting } from "./waiting.ts";
import { remember } from "../id-tokens/cache.ts";
import { deauthorize, setChargingState } from "./charging.ts";
import type { TransactionFact } from "../messages/fact.ts";
import type { EvseState, StationState } from "../state.ts";
import { sameToken } from "../id-tokens/id-token.ts";

/** What became of a message about a transaction; one that failed has been put back, or given up. */
export function onTransactionAnswered(station: StationState, fact: TransactionFact, outcome: Outcome): void {
  if (outcome.kind !== "result") return;
  const answer = station.version.wording.transaction?.answer?.(outcome.payload, fact);
  if (answer) onTransactionAnswer(station, fact, answer);
}

/** The CSMS took note of a transaction message: it may give the id, and may think otherwise about the token. */
function onTransactionAnswer(station: StationState, fact: TransactionFact, answer: TransactionAnswer): void {
  const identity = fact.transaction;
  if (fact.phase === "started" && identity.id === null) {
    if (answer.id === null) {
      identity.startFailed = true;
      notice(station, "warning", "The CSMS gave no transaction id.");
    } else identity.id = answer.id;
  }
  const about = fact.token ?? fact.idToken;
  if (!answer.token || !about) return;
  remember(station, about, answer.token);
  if (fact.phase === "ended" || !sameToken(about, fact.idToken)) return;
  const evse = station.evses.find((each) => each.transaction === identity);
  if (answer.token.status === "Accepted") {
    if (evse?.authorization && answer.token.group) evse.authorization.group = answer.token.group;
    return;
  }
  notice(station, "info", `The CSMS says that token ${about.idToken} is ${answer.token.status}.`);
  if (station.waiting?.transaction === identity) dropWaiting(station, "Deauthorized", "DeAuthorized", null);
  else if (evse?.authorization && sameToken(evse.authorization.token, about)) onInvalidToken(station, evse);
}

/** 1.6 C §4.8 with CE §3.17, E05.FR.02-03, E05.FR.09-10. */
function onInvalidToken(station: StationState, evse: EvseState): void {
  const { stopOnInvalid, maxEnergyOnInvalid } = station.parameters;
  if (stopOnInvalid) {
    deauthorize(station, evse, "Deauthorized", "DeAuthorized", null);
    return;
  }
  if (maxEnergyOnInvalid > 0 && evse.transaction) {
    evse.transaction.energyLimit ??= evse.meter.register + maxEnergyOnInvalid;
    return;
  }
  revoke(station, evse);
}

/** No more energy; the transaction goes on until somebody ends it. */
export function revoke(station: StationState, evse: EvseState): void {
  if (!evse.authorization) return;
  evse.authorization.revoked = true;
  if (evse.chargingState === "Charging" || evse.chargingState === "SuspendedEV") {
    setChargingState(station, evse, "SuspendedEVSE");
  }
}
