import type { StationState } from "../state.ts";
import type { Reply } from "../version.ts";
import type { JsonObject } from "../../wire/frame.ts";

/** An answer, and what happens once it is on its way. */
export function answer(payload: JsonObject, after?: () => void): Reply {
  return after ? { kind: "result", payload, after } : { kind: "result", payload };
}

/** The request lacks something without which nothing can be done; validation would have said so. */
export function incomplete(station: StationState, member: string): Reply {
  const code = station.version.errorCodes.protocol;
  return { kind: "error", code, description: `${member} is missing or not readable.` };
}
