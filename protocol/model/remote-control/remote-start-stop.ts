import { authorizeRemotely, mayBegin } from "../authorization/present-token.ts";
import { dropWaiting } from "../transactions/waiting.ts";
import { deauthorize } from "../transactions/charging.ts";
import type { IdToken } from "../messages/event.ts";
import { activeConnector } from "../evse.ts";
import type { EvseState, StationState } from "../state.ts";

export interface RemoteStart {
  /** Absent: the station chooses. */
  evse: number | undefined;
  token: IdToken;
  /** 2.x remoteStartId. */
  startId: number | null;
}

export interface RemoteStartAccepted {
  /** A transaction that runs already and is going to be authorized (F01.FR.13). */
  transactionId: string | null;
  after: () => void;
}

/** The CSMS starts for a driver (1.6 C §5.11, F01, F02). @returns null when the station cannot start */
export function remoteStart(station: StationState, request: RemoteStart): RemoteStartAccepted | null {
  // 1.6 C §4.2, B02.FR.05.
  if (station.boot.status !== "Accepted") return null;
  const evse = request.evse === undefined ? choose(station) : station.evses[request.evse - 1];
  // F01.FR.23-24.
  if (!evse || !mayBegin(station, evse)) return null;
  return {
    transactionId: evse.transaction?.id ?? null,
    after: () => {
      authorizeRemotely(station, request.token, evse, request.startId);
    },
  };
}

/** F01.FR.20: the EVSE with a cable in, or the first free one. */
function choose(station: StationState): EvseState | undefined {
  const free = station.evses.filter((evse) => mayBegin(station, evse));
  return free.find((evse) => activeConnector(evse)?.ev) ?? free[0];
}

/** @returns what to do after the reply; null when there is no such transaction (1.6 C §5.12, F03) */
export function remoteStop(station: StationState, transactionId: string): (() => void) | null {
  const evse = station.evses.find((each) => each.transaction?.id === transactionId);
  if (evse) {
    return () => {
      if (evse.transaction?.id === transactionId) deauthorize(station, evse, "RemoteStop", "Remote", null);
    };
  }
  if (station.waiting?.transaction?.id !== transactionId) return null;
  return () => {
    dropWaiting(station, "RemoteStop", "Remote", null);
  };
}
