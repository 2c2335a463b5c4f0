import { emit } from "./act.ts";
import type { StationState } from "../state.ts";
import type { JsonObject } from "../../wire/frame.ts";

/** A CALL of the CSMS: obeyed by the version's handler, or refused with the code that says why. */
export function onCalled(station: StationState, callId: string, action: string, payload: JsonObject): void {
  if (station.power !== "on" || !station.link.online) return;
  const { version, boot } = station;
  const codes = version.errorCodes;
  const refuse = (code: string, description: string): void => {
    emit(station, { kind: "reply-error", callId, code, description, details: {} });
  };
  if (boot.status === "Rejected") {
    // 1.6 C §4.2: no answer at all; B03.FR.08: SecurityError.
    if (version.rejectedAnswer !== null) refuse(version.rejectedAnswer, "The station was rejected at boot.");
    return;
  }
  if (boot.status === "None") {
    refuse(codes.security, "The station has not been accepted yet.");
    return;
  }
  const handler = version.incoming.get(action);
  if (!handler) {
    if (version.knows(action)) refuse(codes.notSupported, `${action} is not supported by this station.`);
    else refuse(codes.notImplemented, "This action is not known here.");
    return;
  }
  const reply = handler(station, payload);
  if (reply.kind === "error") {
    refuse(reply.code, reply.description);
    return;
  }
  emit(station, { kind: "reply", callId, payload: reply.payload });
  if (!reply.after) return;
  station.touched = true;
  reply.after();
}
