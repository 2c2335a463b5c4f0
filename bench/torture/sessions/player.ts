import type { Random } from "../../../scripts/fuzz/random.ts";
import type { LoggingCsms } from "../csms.ts";
import { pause } from "../product.ts";
import type { Product } from "../product.ts";
import type { Fault } from "./find-faults.ts";

interface Connector {
  evse: number;
  status: string;
  cable: boolean;
  transaction: { id: string | null } | null;
}
interface View {
  id: string;
  dialect: string;
  snapshot: { online: boolean; queued: number; awaiting: string | null; connectors: Connector[] };
}

/** What the player knows of one EVSE. */
interface Place {
  /** What is going on there, in one word. */
  stage: string;
  /** Epoch ms before which nothing happens. */
  next: number;
  /** As the product last told it; null where a kill took the answer. */
  cable: boolean | null;
  /** Epoch ms: since when. */
  since: number;
}

export interface PlayerParts {
  product: Product;
  csms: LoggingCsms;
  random: Random;
}

/** How old a cable must be so that a kill may not take it away again, ms. */
const promised = 200;
const charging: ReadonlySet<string> = new Set(["Charging", "SuspendedEV", "SuspendedEVSE"]);
/** CALLs of transactions. */
const ofTransactions = /Transaction|MeterValues/;

/**
 * Drivers at all stations, by the product's API: plug in, show a token or let the CSMS start, charge for some seconds, stop
 * by token, by the CSMS or by pulling the cable, again and again. Watches the cables.
 */
export class Player {
  readonly faults: Fault[] = [];
  /** Cables that were moved just before a kill, which took that away. */
  lateCables = 0;
  readonly #parts: PlayerParts;
  readonly #places = new Map<string, Place>();
  #views: View[] = [];
  #finishing = false;
  #failure: unknown = null;

  constructor(parts: PlayerParts) {
    this.#parts = parts;
  }

  /** Plays until `over` is aborted. Throws when the product refuses what it should not. */
  async play(over: AbortSignal): Promise<void> {
    const { product } = this.#parts;
    while (!over.aborted) {
      const { life } = product;
      try {
        if (life !== null) await this.#turn();
      } catch (error) {
        await pause(300);
        if (product.life === life) {
          this.#failure = error;
          throw error;
        }
      }
      await pause(100);
    }
  }

  /** Ends all sessions while `play` goes on, and resolves when no station has anything more to tell. */
  async finish(): Promise<void> {
    this.#finishing = true;
    const end = Date.now() + 120_000;
    for (;;) {
      await pause(500);
      if (this.#failure !== null) throw this.#failure;
      const busy = this.#views.filter(isBusy);
      if (this.#views.length > 0 && busy.length === 0) return;
      if (Date.now() < end) continue;
      for (const { id, snapshot } of busy)
        this.faults.push({ kind: "stuck", text: `${id}: ${JSON.stringify({ ...snapshot, settings: [] })}` });
      return;
    }
  }

  async #turn(): Promise<void> {
    const { items } = JSON.parse(await this.#parts.product.ask("GET", "/api/stations")) as { items: View[] };
    for (const view of items) this.#see(view);
    for (const view of items)
      for (const connector of view.snapshot.connectors) await this.#look(view, connector);
    this.#views = items;
  }

  #see({ id, snapshot }: View): void {
    for (const { evse, cable } of snapshot.connectors) {
      const place = this.#placeOf(id, evse);
      if (place.cable === cable) continue;
      if (place.cable !== null) {
        const end = this.#parts.product.ends.find(({ at }) => at >= place.since);
        if (end !== undefined && end.at - place.since <= promised) this.lateCables += 1;
        else {
          const text = `${id} EVSE ${evse}: ${place.cable ? "in" : "out"} since ${place.since}, now ${cable ? "in" : "out"}; processes ended at ${this.#parts.product.ends.map(({ at }) => at).join(", ")}`;
          this.faults.push({ kind: "cable", text });
        }
      }
      place.cable = cable;
      place.since = 0;
    }
  }

  async #look(view: View, connector: Connector): Promise<void> {
    const { random } = this.#parts;
    const place = this.#placeOf(view.id, connector.evse);
    const stage = stageOf(connector);
    const now = Date.now();
    if (stage !== place.stage) {
      place.stage = stage;
      place.next = now + (stage === "charging" ? 1500 + random.below(5000) : random.below(1200));
    }
    if (!this.#finishing && now < place.next) return;
    // Where it has no effect, e.g. since the CSMS cannot be asked, it is tried again.
    place.next = now + 3000;
    await this.#act(view, connector, stage);
  }

  async #act(view: View, connector: Connector, stage: string): Promise<void> {
    const { random } = this.#parts;
    const token = { kind: "present-token", token: { idToken: `T-${view.id}-${connector.evse}` } };
    const plugIn = { kind: "plug-in", ...(random.chance(20) ? { ev: { capacity: 2000, soc: 99 } } : {}) };
    const unplug = { kind: "unplug" };
    if (this.#finishing) {
      if (connector.cable) await this.#happen(view, connector, unplug);
      else if (connector.transaction !== null) await this.#happen(view, connector, token);
      return;
    }
    switch (stage) {
      case "free":
        if (random.chance(20)) this.#startFromAfar(view, connector, token.token.idToken);
        else await this.#happen(view, connector, random.chance(60) ? plugIn : token);
        return;
      case "awaited":
        return this.#happen(view, connector, plugIn);
      case "plugged":
        return this.#happen(view, connector, token);
      case "over":
        return this.#happen(view, connector, unplug);
      default: {
        const id = connector.transaction?.id ?? null;
        if (id !== null && random.chance(30)) this.#stopFromAfar(view, id);
        else await this.#happen(view, connector, random.chance(50) ? token : unplug);
      }
    }
  }

  async #happen({ id }: View, { evse }: Connector, event: object): Promise<void> {
    const place = this.#placeOf(id, evse);
    const { cable } = place;
    place.cable = null;
    const text = await this.#parts.product.ask("POST", `/api/stations/${id}/events`, { ...event, evse });
    const { snapshot } = JSON.parse(text) as View;
    place.cable = snapshot.connectors.find((each) => each.evse === evse)?.cable ?? null;
    if (place.cable !== cable) place.since = Date.now();
  }

  #startFromAfar({ id, dialect }: View, { evse }: Connector, idToken: string): void {
    const { csms, random } = this.#parts;
    if (dialect === "1.6J") csms.request(id, "RemoteStartTransaction", { connectorId: evse, idTag: idToken });
    else {
      const payload = {
        evseId: evse,
        remoteStartId: random.below(1e9),
        idToken: { idToken, type: "ISO14443" },
      };
      csms.request(id, "RequestStartTransaction", payload);
    }
  }

  #stopFromAfar({ id, dialect }: View, transactionId: string): void {
    const { csms } = this.#parts;
    if (dialect === "1.6J")
      csms.request(id, "RemoteStopTransaction", { transactionId: Number(transactionId) });
    else csms.request(id, "RequestStopTransaction", { transactionId });
  }

  #placeOf(station: string, evse: number): Place {
    const key = `${station} ${evse}`;
    const place = this.#places.get(key) ?? { stage: "", next: 0, cable: null, since: 0 };
    this.#places.set(key, place);
    return place;
  }
}

function stageOf({ cable, transaction, status }: Connector): string {
  if (!cable) return transaction === null && status === "Available" ? "free" : "awaited";
  if (transaction !== null && charging.has(status)) return "charging";
  return status === "Finishing" ? "over" : "plugged";
}

function isBusy({ snapshot }: View): boolean {
  const { online, queued, awaiting, connectors } = snapshot;
  const inSession = connectors.some(({ cable, transaction }) => cable || transaction !== null);
  return !online || queued > 0 || ofTransactions.test(awaiting ?? "") || inSession;
}
