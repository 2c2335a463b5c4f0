import { done, refused } from "../../result.ts";
import type { Result } from "../../result.ts";
import type { Keeper } from "../../station/keeper.ts";
import type { Change } from "../../store/store.ts";
import { unavailable } from "../documents/kept.ts";
import { configProblem } from "./config.ts";
import { patched } from "./patch.ts";
import { missing } from "./problems.ts";
import type { StationPatch, StationView } from "./schema/station.ts";
import { settingEvents } from "./settings.ts";
import { endForgotten } from "./lost.ts";
import type { Stations } from "./stations.ts";

/** Members of a patch that a powered station can take without a new start. */
const quick: ReadonlySet<string> = new Set(["policies", "autostart", "process", "settings"]);

/** Changes a station; only what needs a new start causes one. With `process` it is taken over from a process that is gone. */
export function changeStation(
  stations: Stations,
  id: string,
  patch: StationPatch,
  change: Change,
): Promise<Result<StationView>> {
  const { documents, fleet, own, foreign, ownership, settings, sandboxUrl } = stations;
  return settings.inTurn(id, async () => {
    const other = foreign.get(id);
    const before = other?.config ?? own.get(id);
    if (before === undefined) return missing(id);
    const denied = await ownership.denied(id, patch.process);
    if (denied !== null) return refused(denied);
    const taken = other === undefined ? null : await takeOver(stations, id);
    if (taken?.ok === false) return taken;
    const after = patched(before, patch);
    const problem = configProblem(after, sandboxUrl) ?? (await documents.put(id, after, change));
    if (problem !== null) return refused(problem);
    const driver = fleet.get(id);
    if (other !== undefined) {
      foreign.forget(id);
      await stations.learnTransactions(id);
      own.add(after, taken?.value ?? null);
      await endForgotten(stations, id);
    } else if (Object.keys(patch).every((member) => quick.has(member)) && driver !== undefined) {
      own.set(after);
      driver.setPolicies(after.policies);
      settings.apply(driver, settingEvents(before.settings, after.settings));
    } else {
      await own.replace(after);
    }
    return stations.view(id);
  });
}

/** What the station knew in the process that had it. */
async function takeOver({ states }: Stations, id: string): Promise<Result<Keeper | null>> {
  try {
    return done((await states?.fromElsewhere(id)) ?? null);
  } catch (error) {
    return refused(unavailable(error));
  }
}
