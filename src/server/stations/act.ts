import { refused } from "../../result.ts";
import type { Result } from "../../result.ts";
import { toStationEvent } from "./event.ts";
import type { StationEventInput } from "./schema/event.ts";
import type { StationView } from "./schema/station.ts";
import type { Stations } from "./stations.ts";

/** Lets something happen to a station. Powering on waits for its turn in the fleet's ramp. */
export function happen(
  stations: Stations,
  id: string,
  input: Exclude<StationEventInput, { kind: "set-setting" }>,
): Result<StationView> {
  const driver = stations.fleet.get(id);
  if (driver === undefined) return stations.notHere(id);
  const event = toStationEvent(input, driver.config.description);
  if (!event.ok) return event;
  if (event.value.kind === "power-on") stations.fleet.start(id);
  else driver.dispatch(event.value);
  return stations.view(id);
}

/** Sends a text as it is. */
export function sendRaw(stations: Stations, id: string, text: string): Result<StationView> {
  const driver = stations.fleet.get(id);
  if (driver === undefined) return stations.notHere(id);
  if (driver.linkState().state !== "online") {
    return refused({ code: "conflict", message: `Station "${id}" is not connected to its CSMS.` });
  }
  driver.sendRaw(text);
  return stations.view(id);
}
