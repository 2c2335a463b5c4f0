import type { EndingRequest, OwnReason } from "../../journal/ending.ts";
import type { StateKeeper } from "../../keeping/state-keeper.ts";
import { Listeners } from "../../listeners.ts";
import { done, refused } from "../../result.ts";
import type { Refused, Result } from "../../result.ts";
import type { Fleet, FleetChange } from "../../station/fleet.ts";
import type { Store, StoreIdentity } from "../../store/store.ts";
import { Documents } from "../documents/documents.ts";
import type { StationDefaults } from "./config.ts";
import { ForeignStations } from "./foreign.ts";
import { KeptSettings } from "./kept-settings.ts";
import { OwnStations } from "./own-stations.ts";
import { Ownership } from "./ownership.ts";
import { elsewhere, missing } from "./problems.ts";
import type { StationView } from "./schema/station.ts";
import { viewForeign, viewStation } from "./view.ts";

interface Parts {
  store: Store;
  fleet: Fleet;
  /** Null when the sandbox is switched off. */
  sandboxUrl: string | null;
  defaults: StationDefaults;
  /** Of this process on a store that it shares; without it all stations are its own. */
  identity?: Pick<StoreIdentity, "name" | "folder">;
  /** Without it nothing that stations know outlives the process. */
  states?: StateKeeper;
  /** Ends rows of transactions that no message will end; without it they stay as they are. */
  endTransactions?: (station: string, ending: EndingRequest) => Promise<unknown>;
  /** Lets the recording know which transactions a station brings along from another process. */
  learnTransactions?: (station: string) => Promise<unknown>;
  /** Told of what went wrong and cannot be told to whoever asked. */
  report?: (error: unknown) => void;
}

/**
 * The stations as people configure them: kept in the store, running in the fleet. Those that another process on the same
 * store has are shown, and left to it. What can be done to them is a file each beside this one.
 */
export class Stations {
  readonly documents: Documents;
  readonly fleet: Fleet;
  readonly sandboxUrl: string | null;
  readonly defaults: StationDefaults;
  readonly own: OwnStations;
  readonly foreign: ForeignStations;
  readonly ownership: Ownership;
  readonly settings: KeptSettings;
  readonly states: StateKeeper | null;
  readonly #parts: Parts;
  readonly #listeners = new Listeners<[change: FleetChange]>();

  constructor(parts: Parts) {
    const { store, fleet, sandboxUrl, defaults } = parts;
    this.#parts = parts;
    this.states = parts.states ?? null;
    this.documents = new Documents(store, "stations");
    this.fleet = fleet;
    this.sandboxUrl = sandboxUrl;
    this.defaults = defaults;
    this.own = new OwnStations(fleet, sandboxUrl, this.states);
    this.foreign = new ForeignStations(store, defaults);
    // The embedded home has no other processes: what another name left there, e.g. before the machine was renamed, is ours.
    const shared = store.home.changes === "none" ? null : (parts.identity ?? null);
    this.ownership = new Ownership(store, shared, this.foreign);
    this.settings = new KeptSettings(this);
  }

  /** Own ones first, then those of other processes. */
  ids(): string[] {
    return [...this.own.ids(), ...this.foreign.ids()];
  }

  /** By identity. */
  views(): StationView[] {
    return this.ids()
      .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
      .flatMap((id) => {
        const view = this.view(id);
        return view.ok ? [view.value] : [];
      });
  }

  view(id: string): Result<StationView> {
    const foreign = this.foreign.get(id);
    if (foreign !== undefined) return done(viewForeign(foreign));
    const config = this.own.get(id);
    const driver = this.fleet.get(id);
    if (config === undefined || driver === undefined) return missing(id);
    return done(viewStation(config, driver));
  }

  /** Why nothing can be done to a station that this process does not have. */
  notHere(id: string): Refused {
    const foreign = this.foreign.get(id);
    return foreign === undefined ? missing(id) : refused(elsewhere(id, foreign.process));
  }

  /** Of the stations of this process. */
  counts(): { stations: number; powered: number; online: number } {
    const drivers = this.fleet.list();
    return {
      stations: drivers.length,
      powered: drivers.filter((driver) => driver.snapshot().powered).length,
      online: drivers.filter((driver) => driver.linkState().state === "online").length,
    };
  }

  /** Tells what changes in any station, also of other processes. Returns the end of it. */
  subscribe(listener: (change: FleetChange) => void): () => void {
    const ends = [this.fleet.subscribe(listener), this.#listeners.add(listener)];
    return () => {
      for (const end of ends) end();
    };
  }

  /**
   * Ends the rows of a station that says nothing of them any more. What fails is reported: the station is gone all the same.
   * Returns whether it was done.
   */
  async endTransactions(id: string, reason: OwnReason, which?: EndingRequest["which"]): Promise<boolean> {
    return this.attempt(
      this.#parts.endTransactions?.(id, { at: Date.now(), reason, ...(which && { which }) }),
    );
  }

  /** A station comes from another process, with what it had begun there. */
  async learnTransactions(id: string): Promise<void> {
    await this.attempt(this.#parts.learnTransactions?.(id));
  }

  /** Waits for something whose failure changes nothing for whoever asked, and reports that. Returns whether it was done. */
  async attempt(done: Promise<unknown> | undefined): Promise<boolean> {
    try {
      await done;
      return true;
    } catch (error) {
      this.#parts.report?.(error);
      return false;
    }
  }

  /** What changed in stations of other processes. */
  tell(changes: readonly FleetChange[]): void {
    for (const change of changes) this.#listeners.tell(change);
  }
}
