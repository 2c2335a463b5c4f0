import { emit } from "../messages/act.ts";
import { armHeartbeat } from "../provisioning/heartbeat.ts";
import { renewLink } from "../link/connection.ts";
import { armAligned, rearmSampling } from "../metering/sampling.ts";
import type { SettingSpec } from "./settings.ts";
import type { StationState } from "../state.ts";

/** What a changed setting leads to at once; to be called after the reply that accepted it. */
export function onSettingChanged(station: StationState, spec: SettingSpec): void {
  if (spec.password) renewLink(station);
  if (spec.rebootRequired || (spec.type !== "integer" && spec.type !== "decimal")) return;
  switch (spec.drives) {
    case "heartbeatInterval":
      armHeartbeat(station);
      return;
    case "sampleInterval":
      rearmSampling(station);
      return;
    case "alignedInterval":
      if (station.boot.status === "Accepted") armAligned(station);
      return;
    case "pingInterval":
      if (station.link.online) {
        emit(station, { kind: "configure-link", pingInterval: station.parameters.pingInterval });
      }
      return;
    default:
  }
}
