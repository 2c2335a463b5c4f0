import type { OperatorEvent } from "../../../protocol/model/messages/event.ts";
import type { Problem } from "../../result.ts";
import type { StationConfig } from "../../station/config.ts";
import type { StationDriver } from "../../station/driver.ts";
import type { Fleet } from "../../station/fleet.ts";
import type { Change, Store } from "../../store/store.ts";
import type { Turns } from "../documents/turns.ts";
import { unavailable } from "../documents/unavailable.ts";
import { CsmsSettings } from "./csms-settings.ts";
import { areSame, withSettings } from "./settings.ts";

interface Parts {
  store: Store;
  fleet: Fleet;
  /** Of the stations of this process; settings that were kept are in force here. */
  configs: Map<string, StationConfig>;
  /** By station. */
  turns: Turns;
}

/** Keeps the settings of running stations in their configurations, whoever changes them: people, or the CSMS. */
export class KeptSettings {
  readonly #parts: Parts;
  readonly #fromCsms: CsmsSettings;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#fromCsms = new CsmsSettings(async (id) => {
      return (await parts.turns.take(id, () => this.catchUp(id))) === null;
    });
    parts.fleet.subscribe((change) => {
      if (change.kind === "setting") this.#fromCsms.add(change.station, change.name, change.value);
    });
  }

  /** Writes what the CSMS changed in a station so far. To be called in the station's turn; null when nothing is left to do. */
  async catchUp(id: string): Promise<Problem | null> {
    const waiting = this.#fromCsms.waiting(id);
    if (waiting.size === 0) return null;
    const before = this.#parts.configs.get(id);
    if (before === undefined) {
      this.forget(id);
      return null;
    }
    const failure = await this.put(before, withSettings(before.settings, waiting), { by: "csms" });
    if (failure === null) this.#fromCsms.kept(id, waiting);
    return failure;
  }

  /** Gives a configuration other settings. To be called in the station's turn; null when the store took it. */
  async put(
    before: StationConfig,
    settings: Record<string, string>,
    change: Change,
  ): Promise<Problem | null> {
    if (areSame(before.settings, settings)) return null;
    const { store, configs } = this.#parts;
    const after = { ...before, settings };
    try {
      await store.documents.put("stations", after.id, after, change);
    } catch (error) {
      return unavailable(error);
    }
    // Another process may have the station by now.
    if (configs.get(after.id) === before) configs.set(after.id, after);
    return null;
  }

  /** Puts settings into force that were kept; they count for more than what the CSMS changed in them meanwhile. */
  apply(driver: StationDriver, events: readonly (OperatorEvent & { kind: "set-setting" })[]): void {
    this.#fromCsms.overruled(
      driver.id,
      events.map(({ name }) => name),
    );
    for (const event of events) driver.dispatch(event);
  }

  /** The station is no more, or another process's. */
  forget(id: string): void {
    this.#fromCsms.forget(id);
  }

  /** Writes what the CSMS changed last. Returns the stations for which the store did not take it. */
  end(): Promise<string[]> {
    return this.#fromCsms.end();
  }
}
