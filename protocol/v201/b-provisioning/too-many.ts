import type { StationState } from "../../model/state.ts";
import type { Reply } from "../../model/version.ts";

/** More items than the station said it takes (B06.FR.16 and its like). */
const itemsPerMessage = 50;

export function tooMany(station: StationState, action: string, items: number): Reply | undefined {
  if (items <= itemsPerMessage) return undefined;
  const description = `At most ${String(itemsPerMessage)} items in ${action}.`;
  return { kind: "error", code: station.version.errorCodes.occurrence, description };
}
