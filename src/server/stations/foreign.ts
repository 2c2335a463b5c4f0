import type { StationConfig } from "../../station/config.ts";
import type { FleetChange } from "../../station/fleet.ts";
import type { DocumentRow } from "../../store/rows.ts";
import type { Store } from "../../store/store.ts";
import { readConfig } from "./config.ts";
import type { StationDefaults } from "./config.ts";
import { isWriterAlive } from "./processes.ts";

/** A station that another process on the same store has. */
export interface ForeignStation {
  config: StationConfig;
  /** Name of that process. */
  process: string;
  /** It is there and connected to its CSMS. */
  online: boolean;
}

const openMost = 10_000;

/** The stations that other processes on the same store have, as last seen. */
export class ForeignStations {
  readonly #store: Store;
  readonly #defaults: StationDefaults;
  readonly #now: () => number;
  readonly #stations = new Map<string, ForeignStation>();

  /** @param now epoch ms */
  constructor(store: Store, defaults: StationDefaults, now: () => number = Date.now) {
    this.#store = store;
    this.#defaults = defaults;
    this.#now = now;
  }

  get(id: string): ForeignStation | undefined {
    return this.#stations.get(id);
  }

  ids(): string[] {
    return [...this.#stations.keys()];
  }

  /** It belongs to this process now. */
  forget(id: string): void {
    this.#stations.delete(id);
  }

  /** Takes in all rows of others; what cannot be read is left out. Returns what is new here since the last time. */
  async take(rows: readonly DocumentRow[]): Promise<FleetChange[]> {
    const ids = rows.map(({ id }) => id);
    const online = await onlineStations(this.#store, ids, this.#now());
    const changes: FleetChange[] = [];
    const found = new Set<string>();
    for (const row of rows) {
      const config = readConfig(row.value, this.#defaults);
      if (!config.ok || row.owner === null) continue;
      found.add(row.id);
      const station = { config: config.value, process: row.owner, online: online.has(row.id) };
      const before = this.#stations.get(row.id);
      this.#stations.set(row.id, station);
      if (before === undefined || !isSame(before, station)) changes.push({ kind: "added", station: row.id });
    }
    for (const id of this.ids()) {
      if (found.has(id)) continue;
      this.#stations.delete(id);
      changes.push({ kind: "removed", station: id });
    }
    return changes;
  }
}

/** Which of these stations are connected, as their processes wrote it down. */
async function onlineStations(store: Store, ids: readonly string[], now: number): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const [writers, open] = await Promise.all([
    store.writers(),
    store.connections.query({ stations: [...ids], outcome: "open" }, { limit: openMost }),
  ]);
  const alive = new Set(writers.filter((writer) => isWriterAlive(writer, now)).map(({ writer }) => writer));
  return new Set(open.items.filter(({ writer }) => alive.has(writer)).map(({ station }) => station));
}

/** True when both look the same from here. */
function isSame(a: ForeignStation, b: ForeignStation): boolean {
  return (
    a.process === b.process && a.online === b.online && JSON.stringify(a.config) === JSON.stringify(b.config)
  );
}
