import type { StationEventInput } from "../../src/server/stations/schema/event.ts";
import type { StationDraft, StationPatch, StationView } from "../../src/server/stations/schema/station.ts";
import { path } from "../text/path.ts";
import type { Ask } from "./ask.ts";

export type { StationDraft, StationEventInput, StationView };

export const stationsApi = (ask: Ask) => ({
  stations: () => ask<{ items: StationView[] }>("GET", "stations"),
  addStation: (station: StationDraft) => ask<StationView>("POST", "stations", station),
  /** With `process`, the name of the one that is asked, it takes the station over from one that is gone. */
  changeStation: (id: string, change: StationPatch) =>
    ask<StationView>("PATCH", path`stations/${id}`, change),
  removeStation: (id: string) => ask("DELETE", path`stations/${id}`),
  /** It forgets all it knows and starts anew. */
  resetState: (id: string) => ask<StationView>("POST", path`stations/${id}/reset-state`),
  event: (id: string, event: StationEventInput) =>
    ask<StationView>("POST", path`stations/${id}/events`, event),
  policies: (id: string, policies: StationView["policies"]) =>
    ask<StationView>("PUT", path`stations/${id}/policies`, policies),
});
