import { done, refused } from "../../result.ts";
import type { Result } from "../../result.ts";
import type { Change } from "../../store/store.ts";
import { missing } from "./problems.ts";
import type { Stations } from "./stations.ts";

/** Powers a station off and forgets it; what it recorded stays, and what was open of it ends. */
export function removeStation(stations: Stations, id: string, change: Change): Promise<Result<null>> {
  const { documents, own, ownership, settings } = stations;
  return settings.inTurn(id, async () => {
    const denied = await ownership.denied(id);
    if (denied !== null) return refused(denied);
    if (own.get(id) === undefined) return missing(id);
    const problem = await documents.remove(id, change);
    if (problem !== null) return refused(problem);
    await stations.attempt(own.remove(id));
    await stations.endTransactions(id, "station-deleted");
    return done(null);
  });
}
