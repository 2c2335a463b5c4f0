import { refused } from "../../result.ts";
import type { Result } from "../../result.ts";
import type { Change } from "../../store/store.ts";
import { completeConfig, configProblem } from "./config.ts";
import type { StationDraft, StationView } from "./schema/station.ts";
import type { Stations } from "./stations.ts";

/** Makes a station, keeps it, and powers it on if it starts by itself. */
export function createStation(
  stations: Stations,
  draft: StationDraft,
  change: Change,
): Promise<Result<StationView>> {
  const { documents, own, foreign, states, defaults, sandboxUrl } = stations;
  const { id } = draft;
  return documents.inTurn(id, async () => {
    const other = foreign.get(id);
    if (other !== undefined || own.get(id) !== undefined) {
      const where = other === undefined ? "" : `, in process "${other.process}"`;
      const message = `There is a station "${id}" already${where}.`;
      return refused({ code: "conflict", message, field: "id" });
    }
    const config = completeConfig(draft, defaults);
    const problem = configProblem(config, sandboxUrl) ?? (await documents.put(id, config, change));
    if (problem !== null) return refused(problem);
    own.add(config, states?.fresh(id) ?? null);
    return stations.view(id);
  });
}
