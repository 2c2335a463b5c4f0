import { badRequest } from "../api/bad-request.ts";
import type { Problem, Result } from "../api/problem.ts";
import { defined } from "../api/schema/common.ts";
import type { StationEventInput } from "../api/schema/event.ts";
import { sandboxKeyword, stationDraft } from "../api/schema/station.ts";
import type { StationDraft, StationPatch, StationView } from "../api/schema/station.ts";
import type { Policies } from "../../protocol/validate/issue.ts";
import type { StationConfig } from "../station/config.ts";
import type { Fleet, FleetChange } from "../station/fleet.ts";
import type { Store } from "../store/store.ts";
import { completeConfig, configProblem } from "./station-config.ts";
import type { StationDefaults } from "./station-config.ts";
import { toStationEvent } from "./station-event.ts";
import { hidden, viewStation } from "./station-view.ts";

const collection = "stations";

/** The stations as people configure them: kept in the store, running in the fleet. */
export class Stations {
  readonly #store: Store;
  readonly #fleet: Fleet;
  readonly #sandboxUrl: string | null;
  readonly #defaults: StationDefaults;
  /** As configured; the fleet has the same with the sandbox's real address. */
  readonly #configs = new Map<string, StationConfig>();

  constructor(parts: { store: Store; fleet: Fleet; sandboxUrl: string | null; defaults: StationDefaults }) {
    this.#store = parts.store;
    this.#fleet = parts.fleet;
    this.#sandboxUrl = parts.sandboxUrl;
    this.#defaults = parts.defaults;
  }

  /**
   * Brings back the stations of the last run and powers on those that start by themselves. Returns how many there are,
   * and what is wrong with those that cannot be brought back; they stay in the store.
   */
  async restore(): Promise<{ restored: number; problems: string[] }> {
    const problems: string[] = [];
    for (const { id, value } of await this.#store.documents.list(collection)) {
      const draft = stationDraft.safeParse(value);
      if (!draft.success) {
        problems.push(`${id}: ${badRequest("json", draft.error.issues).message}`);
        continue;
      }
      const config = completeConfig(draft.data, this.#defaults);
      const problem = configProblem(config, this.#sandboxUrl);
      if (problem === null) this.#run(config);
      else problems.push(`${id}: ${problem.message}`);
    }
    return { restored: this.#configs.size, problems };
  }

  ids(): string[] {
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
    const config = this.#configs.get(id);
    const driver = this.#fleet.get(id);
    if (config === undefined || driver === undefined) return missing(id);
    return { ok: true, value: viewStation(config, driver) };
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
    return this.#fleet.subscribe(listener);
  }

  /** Makes a station, keeps it, and powers it on if it starts by itself. */
  async create(draft: StationDraft): Promise<Result<StationView>> {
    const config = completeConfig(draft, this.#defaults);
    if (this.#configs.has(config.id)) {
      const message = `There is a station "${config.id}" already.`;
      return refused({ code: "conflict", message, field: "id" });
    }
    const problem = configProblem(config, this.#sandboxUrl);
    if (problem !== null) return refused(problem);
    // Taken from here on, running only when it is kept.
    this.#configs.set(config.id, config);
    const failure = await this.#kept(this.#store.documents.put(collection, config.id, config));
    if (failure !== null) {
      this.#configs.delete(config.id);
      return refused(failure);
    }
    this.#run(config);
    return this.view(config.id);
  }

  /** Changes a station; only what needs a new start causes one. */
  async change(id: string, patch: StationPatch): Promise<Result<StationView>> {
    const before = this.#configs.get(id);
    if (before === undefined) return missing(id);
    const after = patched(before, patch);
    const problem = configProblem(after, this.#sandboxUrl);
    if (problem !== null) return refused(problem);
    const failure = await this.#kept(this.#store.documents.put(collection, id, after));
    if (failure !== null) return refused(failure);
    this.#configs.set(id, after);
    const quick = Object.keys(patch).every((member) => member === "policies" || member === "autostart");
    if (quick) this.#fleet.get(id)?.setPolicies(after.policies);
    else await this.#fleet.replace(this.#running(after));
    return this.view(id);
  }

  setPolicies(id: string, policies: Policies): Promise<Result<StationView>> {
    return this.change(id, { policies });
  }

  /** Powers a station off and forgets it; what it recorded stays. */
  async remove(id: string): Promise<Result<null>> {
    if (!this.#configs.has(id)) return missing(id);
    const failure = await this.#kept(this.#store.documents.remove(collection, id));
    if (failure !== null) return refused(failure);
    this.#configs.delete(id);
    await this.#fleet.remove(id);
    return { ok: true, value: null };
  }

  /** Lets something happen to a station. Powering on waits for its turn in the fleet's ramp. */
  happen(id: string, input: StationEventInput): Result<StationView> {
    const driver = this.#fleet.get(id);
    if (driver === undefined) return missing(id);
    const event = toStationEvent(input, driver.config.description);
    if (!event.ok) return event;
    if (event.value.kind === "power-on") this.#fleet.start(id);
    else driver.dispatch(event.value);
    return this.view(id);
  }

  /** Sends a text as it is. */
  sendRaw(id: string, text: string): Result<StationView> {
    const driver = this.#fleet.get(id);
    if (driver === undefined) return missing(id);
    if (driver.linkState().state !== "online") {
      return refused({ code: "conflict", message: `Station "${id}" is not connected to its CSMS.` });
    }
    driver.sendRaw(text);
    return this.view(id);
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
      const why = error instanceof Error ? error.message : String(error);
      return {
        code: "unavailable",
        message: `The store cannot keep this now, so nothing was changed: ${why}`,
      };
    }
  }

  #running(config: StationConfig): StationConfig {
    if (config.url !== sandboxKeyword || this.#sandboxUrl === null) return config;
    return { ...config, url: this.#sandboxUrl };
  }
}

function patched(before: StationConfig, patch: StationPatch): StationConfig {
  const { password, tls, description, settings, ...rest } = patch;
  const after: StationConfig = { ...before, ...defined(rest) };
  if (password === null) delete after.password;
  else if (password !== undefined) after.password = password;
  if (tls === null) delete after.tls;
  else if (tls !== undefined) after.tls = defined(tls);
  if (description !== undefined) after.description = defined(description);
  if (settings !== undefined) {
    // A secret comes back as it was shown: then it stays as it is.
    after.settings = Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [
        name,
        value === hidden ? (before.settings[name] ?? value) : value,
      ]),
    );
  }
  return after;
}

function missing(id: string): { ok: false; problem: Problem } {
  return refused({ code: "not-found", message: `There is no station "${id}".`, field: "id" });
}

function refused(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem };
}
