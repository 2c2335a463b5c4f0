import { keptFormat } from "../../protocol/model/keeping/kept-parts.ts";
import type { KeptState } from "../../protocol/model/keeping/kept-parts.ts";
import type { Station } from "../../protocol/model/station.ts";
import type { Keeper } from "../station/keeper.ts";
import type { StationStateRow } from "../store/store.ts";
import { fingerprint } from "./fingerprint.ts";
import type { StateLog } from "./state-log.ts";

/** Bytes of a part, about. */
const usualPart = 500;

export interface StationKeeperParts {
  station: string;
  kept: KeptState | null;
  /** Of this life. */
  generation: number;
  log: StateLog;
  /** The station knows something that the store does not. `size`: bytes of all that it knows, about. */
  changed: (keeper: StationKeeper, size: number) => void;
}

/** Keeps one station in one life: what changed in the log, at once; all of it for the store, when asked. */
export class StationKeeper implements Keeper {
  readonly station: string;
  readonly kept: KeptState | null;
  readonly #parts: StationKeeperParts;
  /** By part, what tells whether it has changed. */
  readonly #stamps = new Map<string, string | number>();
  #model: Station | null = null;
  #revision = 0;
  #at = 0;
  #size = 0;
  /** Number of the log's file that has all parts; 0: none has. */
  #wholeIn = 0;
  #ended = false;

  constructor(parts: StationKeeperParts) {
    this.station = parts.station;
    this.kept = parts.kept;
    this.#parts = parts;
  }

  get energyFlows(): boolean {
    return !this.#ended && this.#model?.energyFlows() === true;
  }

  setAside(): string | null {
    if (this.kept === null) return null;
    try {
      return this.#parts.log.setAside(this.station, JSON.stringify(this.kept));
    } catch {
      // The log says that the disk takes nothing.
      return null;
    }
  }

  /** It is written with its first event or when its turn comes: until then what was kept says the same. */
  goOn(model: Station): void {
    this.#model = model;
    this.#at = this.kept?.at ?? 0;
  }

  keep(model: Station, at: number): void {
    if (this.#ended) return;
    this.#model = model;
    this.#write(model, at);
  }

  /** Writes all parts if the log's present file lacks any. Returns whether it has all of them now. */
  carryOver(): boolean {
    const { log } = this.#parts;
    if (this.#model === null || this.#ended) return true;
    if (this.#wholeIn !== log.number) this.#write(this.#model, null);
    return this.#wholeIn === log.number;
  }

  /** All that the station knows, as it is now; null while it has not lived yet. */
  row(): StationStateRow | null {
    if (this.#model === null) return null;
    const parts: { [name: string]: unknown } = {};
    for (const { name, value } of this.#model.kept()) parts[name] = value();
    const state: KeptState = { format: keptFormat, at: this.#at, parts };
    return {
      station: this.station,
      generation: this.#parts.generation,
      revision: this.#revision,
      keptAt: this.#at,
      state: JSON.stringify(state),
    };
  }

  /** Keeps nothing any more, whatever still happens. */
  end(): void {
    this.#ended = true;
  }

  /** Nothing is known of the station any more. */
  forget(): void {
    if (this.#ended) return;
    this.end();
    this.#parts.log.append({
      ...{ station: this.station, generation: this.#parts.generation, revision: this.#revision + 1 },
      ...{ format: keptFormat, at: this.#at, whole: true, parts: new Map(), gone: [], forgotten: true },
    });
  }

  /** @param at epoch ms of what happened; null: nothing did */
  #write(model: Station, at: number | null): void {
    const { log, generation } = this.#parts;
    const whole = this.#wholeIn !== log.number;
    // The station tells of a change once: what is not written now is written whole next time, to another file.
    this.#wholeIn = 0;
    const change = this.#change(model, whole);
    if (change === null) {
      this.#wholeIn = log.number;
      return;
    }
    if (at !== null) {
      this.#at = at;
      this.#revision += 1;
    }
    const { station } = this;
    const known = { format: keptFormat, at: this.#at, generation, revision: this.#revision };
    if (log.append({ station, ...known, whole, ...change, forgotten: false })) this.#wholeIn = log.number;
    if (at !== null) this.#parts.changed(this, this.#size);
  }

  /** What changed since the last time; null: nothing. */
  #change(model: Station, whole: boolean): { parts: Map<string, string>; gone: string[] } | null {
    const change = model.changed(whole);
    const stamps = this.#stamps;
    if (whole) stamps.clear();
    const parts = new Map<string, string>();
    for (const { name, stamp, value } of change.parts) {
      const known = stamps.get(name);
      if (stamp !== null && stamp === known) continue;
      const text = JSON.stringify(value());
      const now = stamp ?? fingerprint(text);
      if (now === known) continue;
      stamps.set(name, now);
      parts.set(name, text);
    }
    const gone = change.gone.filter((name) => stamps.delete(name));
    // Of parts that did not change only their number is known.
    this.#size = stamps.size * usualPart;
    return parts.size === 0 && gone.length === 0 ? null : { parts, gone };
  }
}
