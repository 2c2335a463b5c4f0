import type { StationDescription } from "../../../protocol/model/description.ts";
import type { StationEvent } from "../../../protocol/model/messages/event.ts";
import type { Result } from "../../api/problem.ts";
import { defined } from "../../api/schema/common.ts";
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
  if (input.kind === "plug-in") {
    const { ev, ...rest } = input;
    return { ok: true, value: ev === undefined ? rest : { ...rest, ev: defined(ev) } };
  }
  if (input.kind === "present-token") {
    const { evse, ...rest } = input;
    return { ok: true, value: evse === undefined ? rest : { ...rest, evse } };
  }
  if (input.kind === "fault") {
    const { errorCode, ...rest } = input;
    return { ok: true, value: errorCode === undefined ? rest : { ...rest, errorCode } };
  }
  return { ok: true, value: input };
}

function noSuch(field: "evse" | "connector", count: number): Result<StationEvent> {
  return {
    ok: false,
    problem: {
      code: "bad-request",
      message: `The station has no such ${field}.`,
      field,
      allowed: Array.from({ length: count }, (_, i) => i + 1),
    },
  };
}
