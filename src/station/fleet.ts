import { Listeners } from "../listeners.ts";
import type { Recorder } from "../journal/recorder.ts";
import type { Clock } from "./clock.ts";
import type { StationConfig } from "./config.ts";
import { StationDriver } from "./driver.ts";
import type { StationChange } from "./driver.ts";
import type { Keeper } from "./keeper.ts";
import { Receiving } from "./link/receiving.ts";

export type FleetChange =
  ({ station: string } & StationChange) | { kind: "added" | "removed"; station: string };

export interface FleetParts {
  recorder: Recorder;
  clock: Clock;
  /** How many stations power on per second at most; the rest wait, in order. */
  startsPerSecond: number;
  /** Bytes of the largest frame that is read; all stations together hold at most four of that size half read. */
  maxFrame?: number;
  nextMessageId?: () => string;
}

/** All stations of this process. What one does, or fails to do, is nothing to the others. */
export class Fleet {
  readonly #parts: FleetParts;
  readonly #receiving: Receiving;
  readonly #stations = new Map<string, StationDriver>();
  readonly #listeners = new Listeners<[change: FleetChange]>();
  /** Ids that wait to power on, in order. */
  readonly #starting = new Set<string>();
  #nextStart = 0;
  #cancelStart: (() => void) | null = null;

  /** Throws RangeError when `startsPerSecond` is not above 0. */
  constructor(parts: FleetParts) {
    if (!(parts.startsPerSecond > 0)) throw new RangeError("startsPerSecond must be above 0");
    this.#parts = parts;
    this.#receiving = new Receiving(parts.maxFrame);
  }

  /** Adds a station, switched off. Throws RangeError when the id is taken or the dialect cannot be played. */
  add(config: StationConfig, keeper: Keeper | null = null): StationDriver {
    if (this.#stations.has(config.id)) throw new RangeError(`There is a station ${config.id} already.`);
    const driver = new StationDriver(config, { ...this.#parts, keeper, receiving: this.#receiving });
    this.#stations.set(config.id, driver);
    driver.subscribe((change) => this.#listeners.tell({ station: config.id, ...change }));
    this.#listeners.tell({ kind: "added", station: config.id });
    return driver;
  }

  /**
   * Stops the station of that id, if any, and adds it anew, switched on if the old one was.
   * @param keeper asked for when the old one has stopped
   */
  async replace(config: StationConfig, keeper: () => Keeper | null = () => null): Promise<StationDriver> {
    const running =
      this.#stations.get(config.id)?.snapshot().powered === true || this.#starting.has(config.id);
    await this.remove(config.id);
    const driver = this.add(config, keeper());
    if (running) this.start(config.id);
    return driver;
  }

  /** Stops a station and forgets it. Does nothing for an unknown id. */
  async remove(id: string): Promise<void> {
    const driver = this.#stations.get(id);
    if (driver === undefined) return;
    this.#starting.delete(id);
    await driver.stop();
    if (this.#stations.get(id) !== driver) return;
    this.#stations.delete(id);
    this.#listeners.tell({ kind: "removed", station: id });
  }

  get(id: string): StationDriver | undefined {
    return this.#stations.get(id);
  }

  /** In order of adding. */
  list(): StationDriver[] {
    return [...this.#stations.values()];
  }

  /** Powers a station on when its turn comes. Does nothing for an unknown id. */
  start(id: string): void {
    if (!this.#stations.has(id)) return;
    this.#starting.add(id);
    if (this.#cancelStart === null) this.#scheduleStart();
  }

  startAll(): void {
    for (const id of this.#stations.keys()) this.start(id);
  }

  subscribe(listener: (change: FleetChange) => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Stops all stations and waits for their links to close. */
  async stop(): Promise<void> {
    this.#cancelStart?.();
    this.#cancelStart = null;
    this.#starting.clear();
    await Promise.all(this.list().map((driver) => driver.stop()));
  }

  #scheduleStart(): void {
    const { clock, startsPerSecond } = this.#parts;
    const at = Math.max(clock.now(), this.#nextStart);
    this.#cancelStart = clock.setTimer(at, () => {
      this.#cancelStart = null;
      this.#nextStart = Math.max(at, clock.now() - 1000) + 1000 / startsPerSecond;
      for (const id of this.#starting) {
        this.#starting.delete(id);
        this.#stations.get(id)?.dispatch({ kind: "power-on" });
        break;
      }
      if (this.#starting.size > 0) this.#scheduleStart();
    });
  }
}
