import { activeConnector } from "../evse.ts";
import { notice } from "../messages/act.ts";
import { recall, remember } from "../id-tokens/cache.ts";
import { deauthorize, grant } from "../transactions/charging.ts";
import type { IdToken, Outcome } from "../messages/event.ts";
import type { AuthorizeFact } from "../messages/fact.ts";
import { tell } from "../outbox/outbox.ts";
import { isOperative } from "../availability/status.ts";
import type { EvseState, StationState } from "../state.ts";
import type { Authorization } from "./state.ts";
import { sameToken } from "../id-tokens/id-token.ts";
import type { TokenInfo } from "../id-tokens/id-token.ts";
import { dropWaiting, waitForCable } from "../transactions/waiting.ts";

/** A token is shown at the station, or at one EVSE's reader. */
export function presentToken(station: StationState, token: IdToken, evse: EvseState | null): void {
  // The one who started may always stop, without asking anyone (1.6 C §4.1, E07, C01.FR.03).
  const held = candidates(station, evse).find((each) => sameToken(each.authorization?.token, token));
  if (held) {
    deauthorize(station, held, "StopAuthorized", "Local", held.transaction ? token : null);
    return;
  }
  if (sameToken(station.waiting?.authorization.token, token)) {
    dropWaiting(station, "StopAuthorized", "Local", token);
    return;
  }
  const fact: AuthorizeFact = { kind: "authorize", token, evse: evse?.id ?? null, remote: null };
  const known = recall(station, token);
  const { offlineKnown, offlineUnknown, preAuthorize } = station.parameters;
  if (!isReachable(station)) decideOffline(station, fact, known, offlineKnown, offlineUnknown);
  else if (preAuthorize && known?.status === "Accepted") authorized(station, fact, known);
  else tell(station, fact);
}

function isReachable(station: StationState): boolean {
  return station.link.online && station.boot.status === "Accepted";
}

/** Nobody to ask: what is known counts, and strangers only if the operator lets them (1.6 C §3.5, C15). */
function decideOffline(
  station: StationState,
  fact: AuthorizeFact,
  known: TokenInfo | undefined,
  offlineKnown: boolean,
  offlineUnknown: boolean,
): void {
  if (known?.status === "Accepted" && offlineKnown) authorized(station, fact, known);
  else if (!known && offlineUnknown) authorized(station, fact, { status: "Accepted" });
  else notice(station, "warning", `Token ${fact.token.idToken} is refused: the CSMS cannot be asked.`);
}

/** Asks the CSMS about a token that came with a remote start (F01.FR.01, 1.6 C §5.11). */
export function authorizeRemotely(
  station: StationState,
  token: IdToken,
  evse: EvseState | null,
  startId: number | null,
): void {
  const fact: AuthorizeFact = { kind: "authorize", token, evse: evse?.id ?? null, remote: { startId } };
  const known = recall(station, token);
  const ask = station.parameters.authorizeRemoteStart && known?.status !== "Accepted";
  if (station.parameters.authorizeRemoteStart && (ask || !station.parameters.preAuthorize))
    tell(station, fact);
  else authorized(station, fact, { status: "Accepted", ...(known?.group ? { group: known.group } : {}) });
}

/** What became of an Authorize. */
export function onAuthorizeAnswered(station: StationState, fact: AuthorizeFact, outcome: Outcome): void {
  if (outcome.kind !== "result") {
    onAuthorizeFailure(station, fact, outcome);
    return;
  }
  const info = station.version.wording.authorize?.answer?.(outcome.payload, fact);
  if (!info) return;
  remember(station, fact.token, info);
  authorized(station, fact, info);
}

function onAuthorizeFailure(station: StationState, fact: AuthorizeFact, outcome: Outcome): void {
  if (station.power !== "on") return;
  if (outcome.kind === "lost" || outcome.kind === "not-sent") {
    const { offlineKnown, offlineUnknown } = station.parameters;
    decideOffline(station, fact, recall(station, fact.token), offlineKnown, offlineUnknown);
    return;
  }
  notice(
    station,
    "warning",
    `Token ${fact.token.idToken} is refused: the CSMS did not say whether it is good.`,
  );
}

/** It is known what a token is worth. */
function authorized(station: StationState, fact: AuthorizeFact, info: TokenInfo): void {
  const evse = fact.evse === null ? null : (station.evses[fact.evse - 1] ?? null);
  if (info.status !== "Accepted") {
    notice(station, "info", `Token ${fact.token.idToken} is refused: ${info.status}.`);
    return;
  }
  const free = freeEvse(station, evse);
  if (!fact.remote && !(free && activeConnector(free)?.ev) && stopForGroup(station, fact.token, info, evse))
    return;
  const authorization: Authorization = {
    token: fact.token,
    group: info.group ?? null,
    remoteStartId: fact.remote?.startId ?? null,
    remote: fact.remote !== null,
    revoked: false,
  };
  if (free) grant(station, free, authorization);
  else if (evse || station.evses.every((each) => !mayBegin(station, each))) {
    notice(station, "warning", `Token ${fact.token.idToken} is good, but no EVSE is free.`);
  } else waitForCable(station, authorization);
}

/** Members of a group may stop each other's transactions (1.6 C §3.10, C09.FR.02). */
function stopForGroup(
  station: StationState,
  token: IdToken,
  info: TokenInfo,
  evse: EvseState | null,
): boolean {
  const held = candidates(station, evse).find(
    ({ transaction, authorization }) => transaction && sameToken(authorization?.group, info.group),
  );
  if (held) deauthorize(station, held, "StopAuthorized", "Local", token);
  return held !== undefined;
}

function candidates(station: StationState, evse: EvseState | null): EvseState[] {
  return evse ? [evse] : station.evses;
}

/** The EVSE that a new authorization is for: the named one, the one plugged in last, or the only one. */
function freeEvse(station: StationState, evse: EvseState | null): EvseState | null {
  if (evse) return mayBegin(station, evse) ? evse : null;
  let best: EvseState | null = null;
  let latest = 0;
  for (const each of station.evses) {
    const connector = activeConnector(each);
    if (connector?.ev && connector.pluggedAt > latest && mayBegin(station, each)) {
      best = each;
      latest = connector.pluggedAt;
    }
  }
  const [only] = station.evses;
  return best ?? (station.evses.length === 1 && only && mayBegin(station, only) ? only : null);
}

/** Nobody is authorized here yet, and the hardware is in order. */
export function mayBegin(station: StationState, evse: EvseState): boolean {
  if (evse.authorization && !evse.authorization.revoked) return false;
  const active = activeConnector(evse);
  const usable = active ? [active] : evse.connectors;
  return usable.some(
    (connector) =>
      connector.fault === null && (evse.transaction !== null || isOperative(station, evse, connector)),
  );
}
