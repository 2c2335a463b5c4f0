import { errorText } from "../error-text.ts";
import type { KeptState } from "../../protocol/model/keeping/kept-parts.ts";
import type { StationStateRow, StationStates } from "../store/store.ts";
import { readLog } from "./log-files.ts";
import { writeRecord } from "./log-record.ts";
import type { LogRecord } from "./log-record.ts";
import { StateLog } from "./state-log.ts";
import { StationKeeper } from "./station-keeper.ts";
import { newestFirst, usableState } from "./usable-state.ts";
import type { Known } from "./usable-state.ts";

/** Between two times that the store is given what changed, and the log a sign of life, ms. */
const interval = 1000;
/** Rows that the store is given at a time. */
const mostRows = 200;
/** Stations written whole into a new file of the log per turn. */
const carriedPerTurn = 50;
/** A large state goes to the store more seldom: so many bytes a second of each station, about. */
const bytesPerSecond = 50_000;

export interface StateKeeperOptions {
  states: StationStates;
  /** Of the log. */
  folder: string;
  report: (text: string) => void;
}

/**
 * Keeps what all stations of this process know. The log is always ahead of the store: whoever starts with the same data
 * folder goes on from the log, whoever takes a station over elsewhere goes on from the store.
 */
export class StateKeeper {
  readonly #states: StationStates;
  readonly #report: (text: string) => void;
  readonly #log: StateLog;
  /** What the log has of stations that have not been made. */
  readonly #left: Map<string, LogRecord>;
  readonly #keepers = new Map<string, StationKeeper>();
  /** The highest generation of each station that was seen anywhere. */
  readonly #lives = new Map<string, number>();
  /** What the store does not know, with the time (epoch ms) from which on it is given it. */
  readonly #dirty = new Map<StationKeeper, number>();
  readonly #timer: NodeJS.Timeout;
  #storing: Promise<boolean> | null = null;
  #storeFailed = false;
  #carrying: NodeJS.Immediate | null = null;
  #firstCarry: NodeJS.Timeout | undefined;

  constructor({ states, folder, report }: StateKeeperOptions) {
    this.#states = states;
    this.#report = report;
    const { records, damaged } = readLog(folder);
    this.#left = records;
    for (const record of records.values()) this.#lived(record);
    if (damaged > 0) report(`${String(damaged)} lines of what stations knew cannot be read, in ${folder}.`);
    this.#log = new StateLog({ folder, trouble: (error) => this.#logTrouble(error) });
    this.#timer = setInterval(() => {
      this.#noteLife();
      void this.#storeDue();
    }, interval).unref();
  }

  /** Whether what stations know cannot be written to disk. */
  get failing(): boolean {
    return this.#log.failing;
  }

  /** Stations of whose state the store lacks the newest. */
  get waiting(): number {
    return this.#dirty.size;
  }

  /** What the store knows of stations. */
  async stored(): Promise<ReadonlyMap<string, StationStateRow>> {
    const rows = new Map<string, StationStateRow>();
    for await (const row of this.#states.stream()) rows.set(row.station, row);
    for (const row of rows.values()) this.#lived(row);
    return rows;
  }

  /**
   * The keeper of a station's next life, with what the log or the store knows of it, whichever is newer. What cannot be used
   * is set aside.
   */
  keeperFor(station: string, stored: StationStateRow | null): StationKeeper {
    const left = this.#left.get(station) ?? null;
    const known = [left, stored].filter((each) => each !== null).toSorted(newestFirst);
    let kept: KeptState | null = null;
    for (const each of known) {
      this.#lived(each);
      kept ??= usableState(each);
      if (kept === null) this.#setAside(station, each);
    }
    return this.#begin(station, kept);
  }

  /** The keeper of the next life of a station that has lived in this process before. */
  again(station: string): StationKeeper {
    return this.keeperFor(station, this.#keepers.get(station)?.row() ?? null);
  }

  /** The keeper of the next life of a station that lived elsewhere. Rejects when the store cannot be asked. */
  async fromElsewhere(station: string): Promise<StationKeeper> {
    return this.keeperFor(station, await this.#states.get(station));
  }

  /** The keeper of a station that knows nothing of any earlier life. */
  fresh(station: string): StationKeeper {
    return this.#begin(station, null);
  }

  /**
   * All stations that this process has are made: what the log has of others stays only if they still exist. It is written
   * anew a little later, since there is much to do at a start.
   */
  settled(exists: (station: string) => boolean): void {
    for (const station of this.#left.keys()) if (!exists(station)) this.#left.delete(station);
    this.#firstCarry = setTimeout(() => {
      if (this.#carrying === null) this.#carryOver();
    }, interval).unref();
  }

  /** Nothing is known of a station any more. Rejects when the store did not forget it. */
  async forget(station: string): Promise<void> {
    this.release(station);
    await this.#states.remove(station);
  }

  /** Another process has the station now. */
  release(station: string): void {
    this.#keepers.get(station)?.forget();
    this.#end(station);
    this.#left.delete(station);
  }

  /** Gives the store all that it lacks. Returns the stations for which it did not take it; the log has them. */
  async close(): Promise<string[]> {
    clearInterval(this.#timer);
    clearTimeout(this.#firstCarry);
    this.#noteLife();
    if (this.#carrying !== null) clearImmediate(this.#carrying);
    await this.#storing;
    for (let taken = true; taken && this.#dirty.size > 0;) taken = await this.#store([...this.#dirty.keys()]);
    this.#log.close();
    return [...this.#dirty.keys()].map(({ station }) => station);
  }

  /** While energy flows anywhere, what a kill leaves unsaid is how long it did. */
  #noteLife(): void {
    for (const keeper of this.#keepers.values()) {
      if (!keeper.energyFlows) continue;
      this.#log.alive(Date.now());
      return;
    }
  }

  #begin(station: string, kept: KeptState | null): StationKeeper {
    this.#end(station);
    this.#left.delete(station);
    // Also the time, so that a station that is made anew under an old name is newer than all that others still know of it.
    const generation = Math.max((this.#lives.get(station) ?? 0) + 1, Math.floor(Date.now() / 1000));
    this.#lives.set(station, generation);
    const changed = (keeper: StationKeeper, size: number): void => this.#changed(keeper, size);
    const keeper = new StationKeeper({ station, kept, generation, log: this.#log, changed });
    this.#keepers.set(station, keeper);
    return keeper;
  }

  /** Whoever lives next is newer. */
  #lived({ station, generation }: Pick<StationStateRow, "station" | "generation">): void {
    if ((this.#lives.get(station) ?? 0) < generation) this.#lives.set(station, generation);
  }

  #setAside(station: string, known: Known): void {
    const text = "state" in known ? known.state : writeRecord(known);
    let where = "it could not be set aside";
    try {
      where = `it is in ${this.#log.setAside(station, text)}`;
    } catch {
      // The log tells that the disk takes nothing.
    }
    this.#report(`What ${station} knew cannot be read by this version: ${where}.`);
  }

  #end(station: string): void {
    const keeper = this.#keepers.get(station);
    if (keeper === undefined) return;
    keeper.end();
    this.#dirty.delete(keeper);
    this.#keepers.delete(station);
  }

  #changed(keeper: StationKeeper, size: number): void {
    if (!this.#dirty.has(keeper)) this.#dirty.set(keeper, Date.now() + (size / bytesPerSecond) * 1000);
    if (this.#log.full && this.#carrying === null) {
      this.#log.next();
      this.#carryOver();
    }
  }

  /** Brings all that is known into the log's present file, some stations at a time, and removes the earlier ones. */
  #carryOver(): void {
    const log = this.#log;
    const { number } = log;
    let whole = true;
    const stations = [...new Set([...this.#left.keys(), ...this.#keepers.keys()])];
    const go = (): void => {
      for (const station of stations.splice(0, carriedPerTurn)) {
        const left = this.#left.get(station);
        if (left !== undefined) whole = log.append({ ...left, whole: true, gone: [], asleep: true }) && whole;
        whole = (this.#keepers.get(station)?.carryOver() ?? true) && whole;
      }
      this.#carrying = stations.length > 0 ? setImmediate(go) : null;
      // What did not get there stands in an earlier file, if anywhere.
      if (this.#carrying === null && whole && log.number === number) log.removeEarlier();
    };
    go();
  }

  async #storeDue(): Promise<void> {
    if (this.#storing !== null) return;
    const now = Date.now();
    const due = [...this.#dirty].flatMap(([keeper, from]) => (from <= now ? [keeper] : []));
    while (due.length > 0 && (await this.#store(due.splice(0, mostRows))));
  }

  #store(keepers: readonly StationKeeper[]): Promise<boolean> {
    this.#storing = this.#put(keepers.slice(0, mostRows)).finally(() => {
      this.#storing = null;
    });
    return this.#storing;
  }

  /** @returns whether the store took it */
  async #put(keepers: readonly StationKeeper[]): Promise<boolean> {
    const rows = keepers.flatMap((keeper) => keeper.row() ?? []);
    for (const keeper of keepers) this.#dirty.delete(keeper);
    try {
      await this.#states.put(rows);
      this.#storeFailed = false;
      return true;
    } catch (error) {
      if (!this.#storeFailed) this.#report(`The store does not take what stations know: ${errorText(error)}`);
      this.#storeFailed = true;
      for (const keeper of keepers) {
        if (this.#keepers.get(keeper.station) === keeper) this.#dirty.set(keeper, 0);
      }
      return false;
    }
  }

  #logTrouble(error: unknown): void {
    this.#report(
      error === null
        ? "What stations know is written to disk again."
        : `What stations know cannot be written to disk: ${errorText(error)}`,
    );
  }
}
