import type { OperatorEvent } from "../../../protocol/model/messages/event.ts";
import { refused } from "../../result.ts";
import type { Problem, Result } from "../../result.ts";
import type { StationConfig } from "../../station/config.ts";
import type { StationDriver } from "../../station/driver.ts";
import type { Fleet } from "../../station/fleet.ts";
import type { Change } from "../../store/store.ts";
import type { Documents } from "../documents/documents.ts";
import { CsmsSettings } from "./csms-settings.ts";
import type { OwnStations } from "./own-stations.ts";
import { areSame, withSettings } from "./settings.ts";

interface Parts {
  documents: Documents;
  fleet: Fleet;
  own: OwnStations;
}

/** Keeps the settings of running stations in their configurations, whoever changes them: people, or the CSMS. */
export class KeptSettings {
  readonly #parts: Parts;
  readonly #fromCsms: CsmsSettings;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#fromCsms = new CsmsSettings(async (id) => {
      return (await parts.documents.inTurn(id, () => this.#catchUp(id))) === null;
    });
    parts.own.whenGone((id) => this.#fromCsms.forget(id));
    parts.fleet.subscribe((change) => {
      if (change.kind === "setting") this.#fromCsms.add(change.station, change.name, change.value);
    });
  }

  /** Does something to a station in its turn, when what the CSMS changed in it so far is kept. */
  inTurn<T>(id: string, act: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.#parts.documents.inTurn(id, async () => {
      const late = await this.#catchUp(id);
      return late === null ? await act() : refused(late);
    });
  }

  async #catchUp(id: string): Promise<Problem | null> {
    const waiting = this.#fromCsms.waiting(id);
    if (waiting.size === 0) return null;
    const before = this.#parts.own.get(id);
    if (before === undefined) {
      this.#fromCsms.forget(id);
      return null;
    }
    const failure = await this.put(before, withSettings(before.settings, waiting), { by: "csms" });
    if (failure === null) {
      this.#fromCsms.kept(id, waiting);
      const settings = Object.fromEntries(waiting);
      this.#parts.fleet.get(id)?.dispatch({ kind: "settings-kept", settings });
    }
    return failure;
  }

  /** Gives a configuration other settings. To be called in the station's turn; null when the store took it. */
  async put(
    before: StationConfig,
    settings: Record<string, string>,
    change: Change,
  ): Promise<Problem | null> {
    if (areSame(before.settings, settings)) return null;
    const { documents, own } = this.#parts;
    const after = { ...before, settings };
    const failure = await documents.put(after.id, after, change);
    // Another process may have the station by now.
    if (failure === null && own.get(after.id) === before) own.set(after);
    return failure;
  }

  /** Puts settings into force that were kept; they count for more than what the CSMS changed in them meanwhile. */
  apply(driver: StationDriver, events: readonly (OperatorEvent & { kind: "set-setting" })[]): void {
    this.#fromCsms.overruled(
      driver.id,
      events.map(({ name }) => name),
    );
    for (const event of events) driver.dispatch(event);
  }

  /** Writes what the CSMS changed last. Returns the stations for which the store did not take it. */
  end(): Promise<string[]> {
    return this.#fromCsms.end();
  }
}
