import { createSignal } from "solid-js";
import type { StationView } from "../api/stations.ts";

const length = 90;

/** The last power figures of each connector, for a small curve; only what this page has seen. */
export function makePowerHistory() {
  const curves = new Map<string, { at: number; watts: number[] }>();
  const [version, setVersion] = createSignal(0);
  const key = (station: string, evse: number, connector: number): string =>
    JSON.stringify([station, evse, connector]);
  return {
    add(view: StationView) {
      for (const connector of view.snapshot.connectors) {
        const name = key(view.id, connector.evse, connector.connector);
        const curve = curves.get(name) ?? { at: 0, watts: [] };
        if (view.snapshot.at - curve.at < 250) continue;
        curve.at = view.snapshot.at;
        curve.watts = [...curve.watts, connector.power].slice(-length);
        curves.set(name, curve);
      }
      setVersion((value) => value + 1);
    },
    drop(station: string) {
      const prefix = `${JSON.stringify([station]).slice(0, -1)},`;
      for (const name of curves.keys()) if (name.startsWith(prefix)) curves.delete(name);
    },
    /** Oldest first, W. Subscribes to changes of any station. */
    of(station: string, evse: number, connector: number): readonly number[] {
      version();
      return curves.get(key(station, evse, connector))?.watts ?? [];
    },
  };
}
