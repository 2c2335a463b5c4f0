import { refused } from "../../result.ts";
import type { Result } from "../../result.ts";
import type { Change } from "../../store/store.ts";
import type { StationView } from "./schema/station.ts";
import { settingName, withSettings } from "./settings.ts";
import type { Stations } from "./stations.ts";

/** Changes a setting from the station's side: it is kept, and in force at once. */
export function setSetting(
  stations: Stations,
  id: string,
  { name, value }: { name: string; value: string },
  change: Change,
): Promise<Result<StationView>> {
  const { fleet, own, settings } = stations;
  return settings.inTurn(id, async () => {
    const before = own.get(id);
    if (before === undefined) return stations.notHere(id);
    const known = settingName(before.dialect, name, value);
    if (!known.ok) return known;
    const after = withSettings(before.settings, new Map([[known.value, value]]));
    const problem = await settings.put(before, after, change);
    if (problem !== null) return refused(problem);
    const driver = fleet.get(id);
    // Also where the configuration says so already: the CSMS may have decided another value with its answer to the boot.
    if (driver !== undefined) settings.apply(driver, [{ kind: "set-setting", name: known.value, value }]);
    return stations.view(id);
  });
}
