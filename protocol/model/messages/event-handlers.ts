import type { StationState } from "../state.ts";
import type { StationEvent } from "./event.ts";

/** What the station does when something happens to it, by kind of event. */
export type EventHandlers = {
  readonly [K in StationEvent["kind"]]?: (
    station: StationState,
    event: Extract<StationEvent, { kind: K }>,
  ) => void;
};
