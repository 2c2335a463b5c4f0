import type { ConnectorStatus, StationSnapshot } from "../../protocol/model/snapshot.ts";
import type { StationView } from "../api/stations.ts";
import type { Tone } from "./tone.ts";

export const statusTones: Record<ConnectorStatus, Tone> = {
  Available: "ok",
  Preparing: "warn",
  Charging: "accent",
  SuspendedEV: "warn",
  SuspendedEVSE: "warn",
  Finishing: "warn",
  Reserved: "warn",
  Unavailable: "neutral",
  Faulted: "bad",
};

export const bootTones: Record<StationSnapshot["boot"], Tone> = {
  Accepted: "ok",
  Pending: "warn",
  Rejected: "bad",
  None: "neutral",
};

/** A station's state in one word, with its tone; the worst news first. */
export function stationState(view: StationView): { word: string; tone: Tone } {
  // Of another process no more is known than whether it is connected.
  if (view.process !== undefined)
    return view.link.state === "online"
      ? { word: "Online", tone: "ok" }
      : { word: "Not online", tone: "neutral" };
  if (!view.snapshot.powered) return { word: "Off", tone: "neutral" };
  if (view.link.state === "connecting") return { word: "Connecting", tone: "warn" };
  if (view.link.state === "offline") return { word: "Offline", tone: "bad" };
  if (view.snapshot.boot !== "Accepted")
    return {
      word: view.snapshot.boot === "None" ? "Booting" : view.snapshot.boot,
      tone: bootTones[view.snapshot.boot],
    };
  return { word: "Online", tone: "ok" };
}

export function totalPower(view: StationView): number {
  return view.snapshot.connectors.reduce((sum, connector) => sum + connector.power, 0);
}

/** "1" where each EVSE has one connector, else "1.2". */
export function connectorName(view: StationView, evse: number, connector: number): string {
  const several = view.description.evses.some((one) => one.connectors.length > 1);
  return several ? `${evse}.${connector}` : String(evse);
}
