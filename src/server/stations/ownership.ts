import type { Problem } from "../../result.ts";
import type { WriterRow } from "../../store/rows.ts";
import type { Store, StoreIdentity } from "../../store/store.ts";
import { unavailable } from "../documents/kept.ts";
import type { ForeignStations } from "./foreign.ts";
import { elsewhere } from "./problems.ts";
import { isAlive, lastSeen } from "./processes.ts";

type Identity = Pick<StoreIdentity, "name" | "folder">;

/** Which stations are this process's to change, of those that share its store. */
export class Ownership {
  /** This process's name; null where the store is not shared. */
  readonly name: string | null;
  readonly #store: Store;
  readonly #identity: Identity | null;
  readonly #foreign: ForeignStations;
  readonly #now: () => number;

  /**
   * @param identity of this process; null where the store is not shared
   * @param now epoch ms
   */
  constructor(store: Store, identity: Identity | null, foreign: ForeignStations, now = Date.now) {
    this.name = identity?.name ?? null;
    this.#store = store;
    this.#identity = identity;
    this.#foreign = foreign;
    this.#now = now;
  }

  /** That name, and those that this process had before in this data folder; null where the store is not shared. */
  async names(): Promise<ReadonlySet<string> | null> {
    const identity = this.#identity;
    if (identity === null) return null;
    const own = (await this.#store.writers()).filter(({ folder }) => folder === identity.folder);
    return new Set([identity.name, ...own.map(({ name }) => name)]);
  }

  /** Why this process may not change a station; null when it may. `taker`: the process that is said to take it over. */
  async denied(id: string, taker?: string): Promise<Problem | null> {
    const { name } = this;
    if (taker !== undefined && taker !== name) return wrongTaker(name);
    const station = this.#foreign.get(id);
    if (station === undefined) return null;
    let writers: WriterRow[];
    try {
      writers = await this.#store.writers();
    } catch (error) {
      return unavailable(error);
    }
    const seen = lastSeen(writers, station.process);
    if (isAlive(writers, station.process, this.#now())) return elsewhere(id, station.process, seen);
    if (taker !== undefined) return null;
    const since = seen === null ? "" : ` since ${new Date(seen).toISOString()}`;
    const message =
      `Station "${id}" belongs to process "${station.process}", which gave no sign of life${since}. ` +
      `Take it over first: PATCH /api/stations/${id} with {"process": "${name}"}.`;
    return { code: "conflict", message, field: "id" };
  }
}

/** `names`: all that this process goes or went by; null where the store is not shared. */
export function isOwn(owner: string | null, names: ReadonlySet<string> | null): boolean {
  return names === null || owner === null || names.has(owner);
}

function wrongTaker(name: string | null): Problem {
  const asked = name === null ? "" : `, "${name}"`;
  const message = `A station can only be taken over by the process that is asked${asked}.`;
  return {
    code: "bad-request",
    message,
    field: "process",
    ...(name === null ? {} : { allowed: [name] }),
  };
}
