import type { StationConfig } from "../../station/config.ts";
import type { StateKeeper } from "../../keeping/state-keeper.ts";
import type { Fleet } from "../../station/fleet.ts";
import type { Keeper } from "../../station/keeper.ts";
import { sandboxKeyword } from "./schema/station.ts";

/**
 * The stations of this process: their configurations as the store has them, and what runs of them in the fleet. Whatever is
 * kept of a station besides comes and goes here: it is added, replaced, removed, or let go.
 */
export class OwnStations {
  readonly #fleet: Fleet;
  readonly #sandboxUrl: string | null;
  readonly #states: StateKeeper | null;
  /** As configured; the fleet has the same with the sandbox's real address. */
  readonly #configs = new Map<string, StationConfig>();
  readonly #gone: ((id: string) => void)[] = [];

  /** @param states keeps what stations know; null: nothing outlives the process */
  constructor(fleet: Fleet, sandboxUrl: string | null, states: StateKeeper | null) {
    this.#fleet = fleet;
    this.#sandboxUrl = sandboxUrl;
    this.#states = states;
  }

  /** Tells of each station that this process has no more, when it has stopped. */
  whenGone(listener: (id: string) => void): void {
    this.#gone.push(listener);
  }

  ids(): string[] {
    return [...this.#configs.keys()];
  }

  get(id: string): StationConfig | undefined {
    return this.#configs.get(id);
  }

  /** The station goes on running with this configuration. */
  set(config: StationConfig): void {
    this.#configs.set(config.id, config);
  }

  /**
   * Made, brought back, or taken over from another process. It powers on when its turn comes, if it starts by itself.
   * @param keeper with what it knew in an earlier life
   */
  add(config: StationConfig, keeper: Keeper | null): void {
    this.#configs.set(config.id, config);
    this.#fleet.add(this.#running(config), keeper);
    if (config.autostart) this.#fleet.start(config.id);
  }

  /** Starts a station anew with this configuration, switched on if it was. It knows what it knew. */
  async replace(config: StationConfig): Promise<void> {
    this.#configs.set(config.id, config);
    await this.#fleet.replace(this.#running(config), () => this.#states?.again(config.id) ?? null);
  }

  /** Starts a station anew as if it had never lived, switched on if it was. */
  async reset(config: StationConfig): Promise<void> {
    await this.#fleet.replace(this.#running(config), () => this.#states?.fresh(config.id) ?? null);
  }

  /** Removed for good. Rejects when the store does not forget what it knew; it is gone all the same. */
  async remove(id: string): Promise<void> {
    await this.#stop(id);
    await this.#states?.forget(id);
  }

  /** Another process has it now, and what is kept of it. */
  async letGo(id: string): Promise<void> {
    await this.#stop(id);
    this.#states?.release(id);
  }

  async #stop(id: string): Promise<void> {
    this.#configs.delete(id);
    await this.#fleet.remove(id);
    for (const tell of this.#gone) tell(id);
  }

  #running(config: StationConfig): StationConfig {
    if (config.url !== sandboxKeyword || this.#sandboxUrl === null) return config;
    return { ...config, url: this.#sandboxUrl };
  }
}
