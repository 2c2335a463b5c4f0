import { once } from "node:events";
import type { Server } from "node:http";
import type { WebSocket, WebSocketServer } from "ws";
import type { Outcome } from "../../protocol/model/messages/event.ts";
import type { JsonObject } from "../../protocol/wire/frame.ts";
import type { RegistrationStatus } from "./answers/answer.ts";
import { createFrontDoor } from "./front-door.ts";
import type { Visitor } from "./front-door.ts";
import type { SharedParts } from "./shared-parts.ts";
import { Conduct } from "./misbehaviours/conduct.ts";
import type { MisbehaviourView } from "./misbehaviours/all.ts";
import { StationRecords } from "./station-records.ts";
import type { SandboxStation } from "./station-records.ts";
import { Session } from "./session.ts";
import { defaultTokens, tokenLookup } from "./tokens.ts";
import type { TokenBook } from "./tokens.ts";

export type { SandboxStation } from "./station-records.ts";
export type { SandboxTransaction } from "./transactions.ts";

export interface SandboxOptions {
  host: string;
  /** 0: chosen by the system. */
  port: number;
  /** By station identity. A station without one may connect without. */
  passwords?: { readonly [station: string]: string };
  /** Names to begin with. */
  misbehaviours?: readonly string[];
  tokens?: TokenBook;
  /** Vendors whose DataTransfer is accepted. */
  vendors?: readonly string[];
  /** Seconds that an accepted station is told; default 300. */
  heartbeatInterval?: number;
  /** Seconds that a pending or rejected station is told; default 10. */
  pendingInterval?: number;
  /** ms to wait for a station's answer; default 30,000. */
  callTimeout?: number;
  /** Bytes of the largest message; default 64 MiB. */
  maxPayload?: number;
  /** PEM texts. */
  tls?: { cert: string; key: string };
  /** Told of a defect of the sandbox itself; default: standard error. */
  onDefect?: (station: string, error: unknown) => void;
}

interface Parts {
  server: Server;
  sockets: WebSocketServer;
  records: StationRecords;
  conduct: Conduct;
  /** What the next boots of a station are answered. */
  plans: Map<string, RegistrationStatus[]>;
  signal: Signal;
}

/** ms that stations get to close their side when the sandbox ends. */
const graceAtClose = 200;

/** The built-in CSMS: a station's peer that behaves well, or badly on purpose. */
export class Sandbox {
  /** Without the identity, which is the last segment of a station's URL. */
  readonly url: string;
  readonly #parts: Parts;

  private constructor(url: string, parts: Parts) {
    this.url = url;
    this.#parts = parts;
  }

  /** Listens. Rejects with the system's error when it cannot, with `UsageError` when a misbehaviour is unknown. */
  static async start(options: SandboxOptions): Promise<Sandbox> {
    const conduct = new Conduct();
    conduct.choose(options.misbehaviours ?? []);
    const records = new StationRecords();
    const plans = new Map<string, RegistrationStatus[]>();
    const signal = new Signal();
    const vendors = new Set(options.vendors ?? ["org.stationmaster.sandbox"]);
    const shared: SharedParts = {
      conduct,
      token: tokenLookup(options.tokens ?? defaultTokens),
      knowsVendor: (vendorId) => vendors.has(vendorId),
      nextBoot: (station) => plans.get(station)?.shift() ?? "Accepted",
      heartbeatInterval: options.heartbeatInterval ?? 300,
      pendingInterval: options.pendingInterval ?? 10,
      callTimeout: options.callTimeout ?? 30_000,
      changed: () => signal.give(),
      report: options.onDefect ?? ((station, error) => console.error(`sandbox, station ${station}:`, error)),
    };
    const { server, sockets } = createFrontDoor({
      conduct,
      passwords: new Map(Object.entries(options.passwords ?? {})),
      maxPayload: options.maxPayload ?? 64 * 1024 * 1024,
      ...(options.tls === undefined ? {} : { tls: options.tls }),
      admit: (socket, visitor) => admit(socket, visitor, records, shared),
    });
    server.listen(options.port, options.host);
    await once(server, "listening");
    const scheme = options.tls === undefined ? "ws" : "wss";
    const url = `${scheme}://${authority(server, options.host)}/ocpp`;
    return new Sandbox(url, { server, sockets, records, conduct, plans, signal });
  }

  /** All stations that connected since the start, those that have left included. */
  stations(): SandboxStation[] {
    return this.#parts.records.views();
  }

  /**
   * Sends a CALL as it is, valid or not, when no other one is open towards the station. It goes out to a pending or
   * rejected station too: whoever asks is taken to know why.
   * @returns what became of it; never rejects
   */
  send(station: string, action: string, payload: JsonObject): Promise<Outcome> {
    const session = this.#parts.records.get(station)?.session ?? null;
    if (session === null)
      return Promise.resolve({ kind: "not-sent", reason: `Station ${station} is not connected.` });
    return session.send({ action, payload });
  }

  /** What the station's next boots are answered, one after the other; then Accepted. Replaces an earlier order. */
  answerBoot(station: string, statuses: readonly RegistrationStatus[]): void {
    this.#parts.plans.set(station, [...statuses]);
  }

  /**
   * Switches exactly these on and all others off, from the next message on.
   * @throws UnknownMisbehaviourError (name `UsageError`), which names the known ones
   */
  misbehave(names: readonly string[]): void {
    this.#parts.conduct.choose(names);
    this.#parts.signal.give();
  }

  /** Those with a name of their own, on or off, and of those that patterns make the ones that are on. */
  get misbehaviours(): readonly (MisbehaviourView & { active: boolean })[] {
    return this.#parts.conduct.views();
  }

  /** Told at most once per turn of the event loop that stations or misbehaviours changed. Returns the end of it. */
  subscribe(listener: () => void): () => void {
    return this.#parts.signal.subscribe(listener);
  }

  /** Ends all sockets and stops listening. */
  async close(): Promise<void> {
    const { server, sockets, records } = this.#parts;
    const closed = new Promise<void>((done) => server.close(() => done()));
    for (const record of records.all()) record.session?.close(1001, "The sandbox ends.");
    server.closeIdleConnections();
    const cut = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
    }, graceAtClose);
    await closed;
    clearTimeout(cut);
  }
}

function admit(socket: WebSocket, visitor: Visitor, records: StationRecords, shared: SharedParts): void {
  const before = records.get(visitor.id)?.session ?? null;
  const record = records.open(visitor.id, visitor.entry.dialect);
  // The new connection wins: a station knows better than we whether its old one is dead.
  before?.close(1000, "The station connected again.");
  record.connectedAt = Date.now();
  record.session = new Session(socket, { entry: visitor.entry, version: visitor.version, record, shared });
  shared.changed();
}

function authority(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

/** Listeners that are told once per turn, however often something changed in it. */
class Signal {
  readonly #listeners = new Set<() => void>();
  #given = false;

  give(): void {
    if (this.#given) return;
    this.#given = true;
    setImmediate(() => {
      this.#given = false;
      for (const listener of this.#listeners) listener();
    });
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
