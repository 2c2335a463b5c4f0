import { reportEvse, reportStation } from "./status.ts";
import type { EvseState, StationState } from "../state.ts";
import { hasTransaction } from "../evse.ts";
import type { Availability } from "./state.ts";

export type AvailabilityResult = "accepted" | "scheduled" | "rejected";

/**
 * Takes station, EVSE or connector in or out of service (1.6 C §5.2, G03, G04).
 * @param evse 0 or absent = the whole station; an unknown one is rejected
 */
export function changeAvailability(
  station: StationState,
  target: { evse: number | undefined; connector: number | undefined },
  operative: boolean,
): { result: AvailabilityResult; after: () => void } {
  const whole = target.evse === undefined || target.evse === 0;
  const evse = whole ? undefined : station.evses[(target.evse ?? 0) - 1];
  const connector =
    target.connector === undefined || target.connector === 0
      ? undefined
      : evse?.connectors[target.connector - 1];
  if (!whole && (!evse || (target.connector !== undefined && target.connector > 0 && !connector))) {
    return { result: "rejected", after: () => undefined };
  }
  const part: Availability = connector ?? evse ?? station;
  const busy = evse ? evse.transaction !== null : hasTransaction(station);
  // G03.FR.03: what is so already is accepted; G03.FR.05: what a transaction forbids comes later.
  if (busy && !operative && part.operative) {
    return {
      result: "scheduled",
      after: () => {
        part.scheduled = operative;
      },
    };
  }
  return {
    result: "accepted",
    after: () => {
      part.scheduled = null;
      part.operative = operative;
      reportAvailability(station);
    },
  };
}

/** A transaction ended: changes that waited for it come into force. */
export function applyScheduled(station: StationState, evse: EvseState | null): void {
  for (const part of evse ? [...evse.connectors, evse] : []) {
    if (part.scheduled !== null) part.operative = part.scheduled;
    part.scheduled = null;
  }
  if (station.scheduled === null || hasTransaction(station)) return;
  station.operative = station.scheduled;
  station.scheduled = null;
  reportAvailability(station);
}

export function reportAvailability(station: StationState): void {
  reportStation(station);
  for (const evse of station.evses) reportEvse(station, evse);
}
