import type { Policies } from "../../../protocol/validate/issue.ts";
import { badRequest } from "../../input/bad-request.ts";
import { done, refused } from "../../result.ts";
import type { Problem, Refused, Result } from "../../result.ts";
import type { StationConfig } from "../../station/config.ts";
import type { Fleet, FleetChange } from "../../station/fleet.ts";
import type { DocumentRow } from "../../store/rows.ts";
import type { Change, Store, StoreIdentity } from "../../store/store.ts";
import { Turns } from "../documents/turns.ts";
import { unavailable } from "../documents/unavailable.ts";
import { completeConfig, configProblem } from "./config.ts";
import type { StationDefaults } from "./config.ts";
import { toStationEvent } from "./event.ts";
import { elsewhere, ForeignStations, isOwn, viewForeign } from "./foreign.ts";
import { KeptSettings } from "./kept-settings.ts";
import { lookRepeatedly } from "./look-repeatedly.ts";
import { patched } from "./patch.ts";
import type { StationEventInput } from "./schema/event.ts";
import { sandboxKeyword, stationDraft } from "./schema/station.ts";
import type { StationDraft, StationPatch, StationView } from "./schema/station.ts";
import { settingEvents, settingName, withSettings } from "./settings.ts";
import { viewStation } from "./view.ts";

const collection = "stations";

/** How often other processes' stations are looked at besides what they announce, ms: whether they are connected. */
const lookInterval = 10_000;

/** Members of a patch that a powered station can take without a new start. */
const quick: ReadonlySet<string> = new Set(["policies", "autostart", "process", "settings"]);

export interface StationsParts {
  store: Store;
  fleet: Fleet;
  sandboxUrl: string | null;
  defaults: StationDefaults;
  /** Of this process on a store that it shares; without it all stations are its own. */
  identity?: Pick<StoreIdentity, "name" | "folder">;
  /** Epoch ms. */
  now?: () => number;
}

/**
 * The stations as people configure them: kept in the store, running in the fleet. Those that another process on the same
 * store has are shown, and left to it.
 */
export class Stations {
  readonly #store: Store;
  readonly #fleet: Fleet;
  readonly #sandboxUrl: string | null;
  readonly #defaults: StationDefaults;
  readonly #identity: Pick<StoreIdentity, "name" | "folder"> | null;
  /** As configured; the fleet has the same with the sandbox's real address. */
  readonly #configs = new Map<string, StationConfig>();
  /** Of other processes. */
  readonly #elsewhere: ForeignStations;
  /** Own stations that are in the store for sure. */
  readonly #keptIds = new Set<string>();
  readonly #listeners = new Set<(change: FleetChange) => void>();
  /** By station, for what reads its configuration and puts another one. */
  readonly #turns = new Turns();
  readonly #settings: KeptSettings;

  constructor(parts: StationsParts) {
    this.#store = parts.store;
    this.#fleet = parts.fleet;
    this.#sandboxUrl = parts.sandboxUrl;
    this.#defaults = parts.defaults;
    // The embedded home has no other processes: what another name left there, e.g. before the machine was renamed, is ours.
    this.#identity = parts.store.home.changes === "none" ? null : (parts.identity ?? null);
    this.#elsewhere = new ForeignStations({
      store: parts.store,
      name: this.#identity?.name ?? null,
      now: parts.now ?? Date.now,
      configOf: (row) => this.#configOf(row),
    });
    this.#settings = new KeptSettings({ ...parts, configs: this.#configs, turns: this.#turns });
  }

  /** Keeps what the CSMS changed last. Returns the stations for which the store did not take it. To be called at the end. */
  settle(): Promise<string[]> {
    return this.#settings.end();
  }

  /**
   * Brings back the stations of the last run and powers on those that start by themselves; takes over those that are
   * nobody's. Returns how many there are, and what is wrong with those that cannot be brought back; they stay in the store.
   */
  async restore(): Promise<{ restored: number; problems: string[] }> {
    const problems: string[] = [];
    const rows = await this.#store.documents.list(collection);
    const names = await this.#ownNames();
    for (const row of rows.filter(({ owner }) => isOwn(owner, names))) {
      const { id, owner } = row;
      const config = this.#configOf(row);
      if (!config.ok) {
        problems.push(`${id}: ${config.problem.message}`);
        continue;
      }
      const problem = configProblem(config.value, this.#sandboxUrl);
      if (problem !== null) {
        problems.push(`${id}: ${problem.message}`);
        continue;
      }
      if (this.#identity !== null && owner !== this.#identity.name) {
        await this.#store.documents.put(collection, id, row.value);
      }
      this.#keptIds.add(id);
      this.#run(config.value);
    }
    await this.#look(rows, names);
    return { restored: this.#configs.size, problems };
  }

  /** Keeps up with what other processes do with their stations. Returns how to end it. */
  follow(failed: (error: unknown) => void): () => void {
    if (this.#identity === null) return () => {};
    // At once too, for what happened since `restore`: two processes that start together may have made the same station.
    const looks = lookRepeatedly({ look: () => this.#lookAnew(), interval: lookInterval, failed });
    const end = this.#store.watch((changes) => {
      if (changes.some((change) => change.collection === collection)) looks.now();
    });
    return () => {
      looks.end();
      end();
    };
  }

  /** Own ones first, then those of other processes. */
  ids(): string[] {
    return [...this.#configs.keys(), ...this.#elsewhere.ids()];
  }

  /** Of this process. */
  ownIds(): string[] {
    return [...this.#configs.keys()];
  }

  /** All stations, by identity. */
  views(): StationView[] {
    return this.ids()
      .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
      .flatMap((id) => {
        const view = this.view(id);
        return view.ok ? [view.value] : [];
      });
  }

  view(id: string): Result<StationView> {
    const foreign = this.#elsewhere.get(id);
    if (foreign !== undefined) return done(viewForeign(foreign));
    const config = this.#configs.get(id);
    const driver = this.#fleet.get(id);
    if (config === undefined || driver === undefined) return missing(id);
    return done(viewStation(config, driver));
  }

  counts(): { stations: number; powered: number; online: number } {
    let powered = 0;
    let online = 0;
    const drivers = this.#fleet.list();
    for (const driver of drivers) {
      if (driver.snapshot().powered) powered += 1;
      if (driver.linkState().state === "online") online += 1;
    }
    return { stations: drivers.length, powered, online };
  }

  subscribe(listener: (change: FleetChange) => void): () => void {
    const own = (change: FleetChange): void => listener(change);
    const end = this.#fleet.subscribe(own);
    this.#listeners.add(own);
    return () => {
      end();
      this.#listeners.delete(own);
    };
  }

  /** Why a station cannot be as a draft says; null when it can. */
  problem(draft: StationDraft): Problem | null {
    return configProblem(completeConfig(draft, this.#defaults), this.#sandboxUrl);
  }

  /** Makes a station, keeps it, and powers it on if it starts by itself. */
  async create(draft: StationDraft, change: Change = { by: "api" }): Promise<Result<StationView>> {
    const config = completeConfig(draft, this.#defaults);
    const foreign = this.#elsewhere.get(config.id);
    if (foreign !== undefined) {
      const message = `There is a station "${config.id}" already, in process "${foreign.process}".`;
      return refused({ code: "conflict", message, field: "id" });
    }
    if (this.#configs.has(config.id)) {
      const message = `There is a station "${config.id}" already.`;
      return refused({ code: "conflict", message, field: "id" });
    }
    const problem = configProblem(config, this.#sandboxUrl);
    if (problem !== null) return refused(problem);
    // Taken from here on, running only when it is kept.
    this.#configs.set(config.id, config);
    const failure = await this.#kept(this.#store.documents.put(collection, config.id, config, change));
    if (failure !== null) {
      this.#configs.delete(config.id);
      return refused(failure);
    }
    this.#keptIds.add(config.id);
    this.#run(config);
    return this.view(config.id);
  }

  /**
   * Changes a station; only what needs a new start causes one. With `process` it is taken over from a process that is gone.
   */
  change(id: string, patch: StationPatch, change: Change = { by: "api" }): Promise<Result<StationView>> {
    return this.#turns.take(id, () => this.#change(id, patch, change));
  }

  async #change(id: string, patch: StationPatch, change: Change): Promise<Result<StationView>> {
    const late = await this.#settings.catchUp(id);
    if (late !== null) return refused(late);
    const foreign = this.#elsewhere.get(id);
    const before = foreign?.config ?? this.#configs.get(id);
    if (before === undefined) return missing(id);
    const denied = await this.#elsewhere.denied(id, patch.process);
    if (denied !== null) return refused(denied);
    const after = patched(before, patch);
    const problem = configProblem(after, this.#sandboxUrl);
    if (problem !== null) return refused(problem);
    const failure = await this.#kept(this.#store.documents.put(collection, id, after, change));
    if (failure !== null) return refused(failure);
    this.#keptIds.add(id);
    if (foreign !== undefined) {
      this.#elsewhere.forget(id);
      this.#run(after);
      return this.view(id);
    }
    this.#configs.set(id, after);
    const driver = this.#fleet.get(id);
    if (Object.keys(patch).every((member) => quick.has(member)) && driver !== undefined) {
      driver.setPolicies(after.policies);
      this.#settings.apply(driver, settingEvents(before.settings, after.settings));
    } else {
      await this.#fleet.replace(this.#running(after));
    }
    return this.view(id);
  }

  /** Changes a setting from the station's side: it is kept, and in force at once. */
  setSetting(
    id: string,
    name: string,
    value: string,
    change: Change = { by: "api" },
  ): Promise<Result<StationView>> {
    return this.#turns.take(id, async () => {
      const late = await this.#settings.catchUp(id);
      if (late !== null) return refused(late);
      const before = this.#configs.get(id);
      if (before === undefined) return this.#notHere(id);
      const known = settingName(before.dialect, name, value);
      if (!known.ok) return known;
      const settings = withSettings(before.settings, new Map([[known.value, value]]));
      const failure = await this.#settings.put(before, settings, change);
      if (failure !== null) return refused(failure);
      const driver = this.#fleet.get(id);
      // Also where the configuration says so already: the CSMS may have decided another value with its answer to the boot.
      if (driver !== undefined) {
        this.#settings.apply(driver, [{ kind: "set-setting", name: known.value, value }]);
      }
      return this.view(id);
    });
  }

  setPolicies(id: string, policies: Policies, change?: Change): Promise<Result<StationView>> {
    return this.change(id, { policies }, change);
  }

  /** Powers a station off and forgets it; what it recorded stays. */
  remove(id: string, change: Change = { by: "api" }): Promise<Result<null>> {
    return this.#turns.take(id, () => this.#remove(id, change));
  }

  async #remove(id: string, change: Change): Promise<Result<null>> {
    const late = await this.#settings.catchUp(id);
    if (late !== null) return refused(late);
    const denied = await this.#elsewhere.denied(id);
    if (denied !== null) return refused(denied);
    if (!this.#configs.has(id)) return missing(id);
    const failure = await this.#kept(this.#store.documents.remove(collection, id, change));
    if (failure !== null) return refused(failure);
    this.#configs.delete(id);
    this.#keptIds.delete(id);
    await this.#fleet.remove(id);
    this.#settings.forget(id);
    return done(null);
  }

  /** Lets something happen to a station. Powering on waits for its turn in the fleet's ramp. */
  happen(id: string, input: Exclude<StationEventInput, { kind: "set-setting" }>): Result<StationView> {
    const driver = this.#fleet.get(id);
    if (driver === undefined) return this.#notHere(id);
    const event = toStationEvent(input, driver.config.description);
    if (!event.ok) return event;
    if (event.value.kind === "power-on") this.#fleet.start(id);
    else driver.dispatch(event.value);
    return this.view(id);
  }

  /** Sends a text as it is. */
  sendRaw(id: string, text: string): Result<StationView> {
    const driver = this.#fleet.get(id);
    if (driver === undefined) return this.#notHere(id);
    if (driver.linkState().state !== "online") {
      return refused({ code: "conflict", message: `Station "${id}" is not connected to its CSMS.` });
    }
    driver.sendRaw(text);
    return this.view(id);
  }

  #notHere(id: string): Refused {
    const foreign = this.#elsewhere.get(id);
    return foreign === undefined ? missing(id) : refused(elsewhere(id, foreign.process));
  }

  /** This process's name, and those it had before in this data folder. */
  async #ownNames(): Promise<Set<string> | null> {
    if (this.#identity === null) return null;
    const { name, folder } = this.#identity;
    const writers = await this.#store.writers();
    return new Set([
      name,
      ...writers.filter((writer) => writer.folder === folder).map((writer) => writer.name),
    ]);
  }

  async #lookAnew(): Promise<void> {
    const kept = [...this.#keptIds];
    const rows = await this.#store.documents.list(collection);
    await this.#look(rows, this.#identity === null ? null : new Set([this.#identity.name]));
    const there = new Set(rows.map(({ id }) => id));
    // Gone from the store: taken over and removed while this process gave no sign of life.
    for (const id of kept) if (!there.has(id) && this.#keptIds.has(id)) await this.#letGo(id);
  }

  /** Takes in which stations other processes have, and tells what changed. */
  async #look(rows: readonly DocumentRow[], names: ReadonlySet<string> | null): Promise<void> {
    const changes = await this.#elsewhere.take(rows.filter(({ owner }) => !isOwn(owner, names)));
    for (const id of this.#elsewhere.ids()) if (this.#keptIds.has(id)) await this.#letGo(id);
    for (const change of changes) for (const listener of this.#listeners) listener(change);
  }

  /** Another process has it now. */
  async #letGo(id: string): Promise<void> {
    this.#keptIds.delete(id);
    this.#configs.delete(id);
    await this.#fleet.remove(id);
    this.#settings.forget(id);
  }

  #configOf({ value }: DocumentRow): Result<StationConfig> {
    const draft = stationDraft.safeParse(value);
    if (!draft.success) return refused(badRequest("json", draft.error.issues));
    return done(completeConfig(draft.data, this.#defaults));
  }

  #run(config: StationConfig): void {
    this.#configs.set(config.id, config);
    this.#fleet.add(this.#running(config));
    if (config.autostart) this.#fleet.start(config.id);
  }

  /** Null when the store did it, otherwise why it did not. */
  async #kept(done: Promise<void>): Promise<Problem | null> {
    try {
      await done;
      return null;
    } catch (error) {
      return unavailable(error);
    }
  }

  #running(config: StationConfig): StationConfig {
    if (config.url !== sandboxKeyword || this.#sandboxUrl === null) return config;
    return { ...config, url: this.#sandboxUrl };
  }
}

function missing(id: string): Refused {
  return refused({ code: "not-found", message: `There is no station "${id}".`, field: "id" });
}
