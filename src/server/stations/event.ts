import type { StationDescription } from "../../../protocol/model/description.ts";
import type { StationEvent } from "../../../protocol/model/messages/event.ts";
import { defined } from "../../defined.ts";
import { done, refused } from "../../result.ts";
import type { Refused, Result } from "../../result.ts";
import type { StationEventInput } from "./schema/event.ts";

/** A request's event as the station's, if the station has the connector it speaks of. */
export function toStationEvent(
  input: StationEventInput,
  description: StationDescription,
): Result<StationEvent> {
  if ("evse" in input && input.evse !== undefined) {
    const evse = description.evses[input.evse - 1];
    if (evse === undefined) return noSuch("evse", description.evses.length);
    if ("connector" in input && evse.connectors[input.connector - 1] === undefined) {
      return noSuch("connector", evse.connectors.length);
    }
  }
  if (input.kind !== "plug-in") return done(defined(input));
  const { ev, ...rest } = input;
  return done(ev === undefined ? rest : { ...rest, ev: defined(ev) });
}

function noSuch(field: "evse" | "connector", count: number): Refused {
  return refused({
    code: "bad-request",
    message: `The station has no such ${field}.`,
    field,
    allowed: Array.from({ length: count }, (_, i) => i + 1),
  });
}
