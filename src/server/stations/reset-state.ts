import type { Result } from "../../result.ts";
import type { StationView } from "./schema/station.ts";
import type { Stations } from "./stations.ts";

/**
 * Lets a station forget all it knows: transactions and messages that wait, cables, registers, faults, availability, cache. Its
 * configuration and what it recorded stay. It begins anew, switched on if it was.
 */
export function resetState(stations: Stations, id: string): Promise<Result<StationView>> {
  const { own, settings } = stations;
  return settings.inTurn(id, async () => {
    const config = own.get(id);
    if (config === undefined) return stations.notHere(id);
    await own.reset(config);
    await stations.endTransactions(id, "state-reset");
    return stations.view(id);
  });
}
