import type { StationConfig } from "../../station/config.ts";
import type { Fleet } from "../../station/fleet.ts";
import { sandboxKeyword } from "./schema/station.ts";

/**
 * The stations of this process: their configurations as the store has them, and what runs of them in the fleet. Whatever is
 * kept of a station besides comes and goes here: it is added, replaced, removed, or let go.
 */
export class OwnStations {
  readonly #fleet: Fleet;
  readonly #sandboxUrl: string | null;
  /** As configured; the fleet has the same with the sandbox's real address. */
  readonly #configs = new Map<string, StationConfig>();
  readonly #gone: ((id: string) => void)[] = [];

  constructor(fleet: Fleet, sandboxUrl: string | null) {
    this.#fleet = fleet;
    this.#sandboxUrl = sandboxUrl;
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

  /** Made, brought back, or taken over from another process. It powers on when its turn comes, if it starts by itself. */
  add(config: StationConfig): void {
    this.#configs.set(config.id, config);
    this.#fleet.add(this.#running(config));
    if (config.autostart) this.#fleet.start(config.id);
  }

  /** Starts a station anew with this configuration, switched on if it was. */
  async replace(config: StationConfig): Promise<void> {
    this.#configs.set(config.id, config);
    await this.#fleet.replace(this.#running(config));
  }

  /** Removed for good. */
  async remove(id: string): Promise<void> {
    await this.#stop(id);
  }

  /** Another process has it now, and what is kept of it. */
  async letGo(id: string): Promise<void> {
    await this.#stop(id);
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
