import { dialectEntry } from "../../../protocol/dialect.ts";
import { createStation } from "../../../protocol/model/station.ts";
import type { Problem, Result } from "../../result.ts";
import type { StationConfig } from "../../station/config.ts";
import type { FleetChange } from "../../station/fleet.ts";
import type { DocumentRow, WriterRow } from "../../store/rows.ts";
import type { Store } from "../../store/store.ts";
import { unavailable } from "../documents/unavailable.ts";
import { isAlive, isWriterAlive, lastSeen, silence } from "./processes.ts";
import type { StationView } from "./schema/station.ts";
import { hidden } from "./view.ts";

/** A station that another process on the same store has. */
export interface ForeignStation {
  config: StationConfig;
  /** Name of that process. */
  process: string;
  /** It is there and connected to its CSMS. */
  online: boolean;
}

const openMost = 10_000;

interface Parts {
  store: Store;
  /** Of this process; null where the store is not shared. */
  name: string | null;
  now: () => number;
  configOf: (row: DocumentRow) => Result<StationConfig>;
}

/** The stations that other processes on the same store have, as last seen. */
export class ForeignStations {
  readonly #parts: Parts;
  readonly #stations = new Map<string, ForeignStation>();

  constructor(parts: Parts) {
    this.#parts = parts;
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
    const { store, now, configOf } = this.#parts;
    const ids = rows.map(({ id }) => id);
    const online = await onlineStations(store, ids, now());
    const changes: FleetChange[] = [];
    const found = new Set<string>();
    for (const row of rows) {
      const config = configOf(row);
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

  /** Why this process may not change a station; null when it may. `taker`: the process that is said to take it over. */
  async denied(id: string, taker?: string): Promise<Problem | null> {
    const { name, store, now } = this.#parts;
    if (taker !== undefined && taker !== name) {
      const asked = name === null ? "" : `, "${name}"`;
      const message = `A station can only be taken over by the process that is asked${asked}.`;
      return {
        code: "bad-request",
        message,
        field: "process",
        ...(name === null ? {} : { allowed: [name] }),
      };
    }
    const foreign = this.#stations.get(id);
    if (foreign === undefined) return null;
    let writers: WriterRow[];
    try {
      writers = await store.writers();
    } catch (error) {
      return unavailable(error);
    }
    if (isAlive(writers, foreign.process, now()))
      return elsewhere(id, foreign.process, lastSeen(writers, foreign.process));
    if (taker !== undefined) return null;
    const seen = lastSeen(writers, foreign.process);
    const since = seen === null ? "" : ` since ${new Date(seen).toISOString()}`;
    const message =
      `Station "${id}" belongs to process "${foreign.process}", which gave no sign of life${since}. ` +
      `Take it over first: PATCH /api/stations/${id} with {"process": "${name}"}.`;
    return { code: "conflict", message, field: "id" };
  }
}

/** `names`: all that this process goes or went by; null where the store is not shared. */
export function isOwn(owner: string | null, names: ReadonlySet<string> | null): boolean {
  return names === null || owner === null || names.has(owner);
}

/** `seen`: when that process gave its last sign of life, epoch ms, where that is known. It may be gone since. */
export function elsewhere(id: string, process: string, seen: number | null = null): Problem {
  const since =
    seen === null
      ? ""
      : ` It gave its last sign of life at ${clock(seen)}; if it gives no other, the station can be taken over from ` +
        `${clock(seen + silence)} on.`;
  const message = `Station "${id}" runs in process "${process}" on the same store: it can only be changed there.${since}`;
  return { code: "conflict", message, field: "id" };
}

/** hh:mm:ss, whole seconds upwards: not before it may be done. */
function clock(at: number): string {
  return `${new Date(Math.ceil(at / 1000) * 1000).toISOString().slice(11, 19)} UTC`;
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

/** A station of another process as API and web app see it: its configuration, and no more of its state than is known. */
export function viewForeign({ config, process, online }: ForeignStation): StationView {
  const secret = secretSettings(config);
  return {
    id: config.id,
    process,
    dialect: config.dialect,
    url: config.url,
    // "sandbox" is that process's own, whose address is not known here.
    target: config.url,
    autostart: config.autostart,
    policies: config.policies,
    hasPassword: config.password !== undefined,
    hasTls: config.tls !== undefined,
    description: config.description,
    settings: Object.fromEntries(
      Object.entries(config.settings).map(([name, value]) => [
        name,
        secret.has(name.toLowerCase()) ? hidden : value,
      ]),
    ),
    seed: config.seed,
    callTimeout: config.callTimeout,
    deflate: config.deflate,
    link: { state: online ? "online" : "offline", text: `in process ${process}` },
    snapshot: {
      at: 0,
      powered: online,
      online,
      boot: "None",
      queued: 0,
      awaiting: null,
      connectors: [],
      settings: [],
    },
  };
}

/** True when both look the same from here. */
function isSame(a: ForeignStation, b: ForeignStation): boolean {
  return (
    a.process === b.process && a.online === b.online && JSON.stringify(a.config) === JSON.stringify(b.config)
  );
}

/** Names of settings whose values are never shown, in lower case: stations compare them without regard to it. */
export function secretSettings(config: StationConfig): Set<string> {
  if (Object.keys(config.settings).length === 0) return new Set();
  const { version } = dialectEntry(config.dialect);
  if (version === null) return new Set(Object.keys(config.settings).map((name) => name.toLowerCase()));
  const { description, settings, seed } = config;
  const { settings: shown } = createStation({ description, settings, seed, version, now: 0 }).snapshot(0);
  return new Set(shown.filter(({ value }) => value === null).map(({ name }) => name.toLowerCase()));
}
