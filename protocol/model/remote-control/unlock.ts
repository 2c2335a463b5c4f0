import type { EvseState, StationState } from "../state.ts";
import { deauthorize } from "../transactions/charging.ts";

/** Opens the lock; a transaction there ends first (1.6 C §5.18). Versions that forbid that ask before (F05.FR.02). */
export function unlock(station: StationState, evse: EvseState): void {
  if (evse.transaction) deauthorize(station, evse, "UnlockCommand", "UnlockCommand", null);
}
