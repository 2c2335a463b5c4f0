import type { Block } from "../block.ts";
import { notice } from "../messages/act.ts";
import type { StationEvent } from "../messages/event.ts";
import type { StationState } from "../state.ts";
import { onAuthorizeAnswered, presentToken } from "./present-token.ts";
import type { AuthorizationOfEvse } from "./state.ts";

/** Tokens that are shown, and what they give a right to. */
export const authorization: Block = {
  evse: (): AuthorizationOfEvse => ({ authorization: null }),
  events: { "present-token": onToken },
  answered: { authorize: onAuthorizeAnswered },
};

function onToken(station: StationState, event: Extract<StationEvent, { kind: "present-token" }>): void {
  const evse = event.evse === undefined ? null : (station.evses[event.evse - 1] ?? null);
  if (station.power !== "on") notice(station, "warning", "The reader is dead: the station is off.");
  else if (event.evse !== undefined && !evse) {
    notice(station, "warning", `There is no EVSE ${String(event.evse)}.`);
  } else presentToken(station, event.token, evse);
}
