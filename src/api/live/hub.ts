import type { WebSocket } from "ws";
import { badRequest } from "../../input/bad-request.ts";
import type { Listeners } from "../../listeners.ts";
import { defaultLimits } from "../parts.ts";
import type { ApiParts, Limits } from "../parts.ts";
import { viewSandbox } from "../sandbox.ts";
import type { StoreChange } from "../../store/store.ts";
import { ChangeList } from "./change-list.ts";
import { FrameFeed, framesMessage } from "./frame-feed.ts";
import { clientMessage } from "./message.ts";
import type { ServerMessage, Topic } from "./message.ts";
import { followTransactions } from "./stored-transactions.ts";
import { LiveSocket, tooSlow } from "./socket.ts";

/** Views sent per client and tick; the rest of many changed stations waits for the next tick. */
const viewsPerTick = 50;
const clientsMost = 200;
/** A charging station's power and energy change without any event, ms. */
const chargingInterval = 1000;

/** What requests to this process changed in the store, which `Store.watch` leaves out; its transactions: stored-transactions.ts. */
export type OwnChanges = Listeners<[changes: readonly StoreChange[]]>;

interface Client {
  socket: LiveSocket;
  topics: ReadonlySet<Topic>;
  frames: FrameFeed;
  /** Stations whose view has to be sent again. */
  changed: Set<string>;
  sandboxChanged: boolean;
  storeChanges: ChangeList;
  missedNotices: number;
}

/** All live clients. Listens to journal, stations, sandbox and store only while somebody is there. */
export class LiveHub {
  readonly #parts: ApiParts;
  readonly #ownChanges: OwnChanges;
  readonly #limits: Limits;
  readonly #clients = new Set<Client>();
  #unsubscribe: (() => void)[] = [];
  #tick: NodeJS.Timeout | undefined;
  #lastTick = 0;
  #watch: NodeJS.Timeout | undefined;
  #refresh: NodeJS.Timeout | undefined;
  /** Stations that gave power when they were last looked at. */
  readonly #charging = new Set<string>();

  constructor(parts: ApiParts, ownChanges: OwnChanges) {
    this.#parts = parts;
    this.#ownChanges = ownChanges;
    this.#limits = { ...defaultLimits, ...parts.limits };
  }

  /** Takes over a socket that has just been opened. */
  join(socket: WebSocket): void {
    if (this.#clients.size >= clientsMost) {
      socket.close(tooSlow, "Too many live clients.");
      return;
    }
    const live = new LiveSocket(socket, this.#limits, this.#parts.now);
    const client: Client = {
      socket: live,
      topics: new Set(),
      frames: new FrameFeed(live, this.#parts),
      changed: new Set(),
      sandboxChanged: false,
      storeChanges: new ChangeList(),
      missedNotices: 0,
    };
    this.#clients.add(client);
    if (this.#clients.size === 1) this.#listen();
    socket.on("message", (data, isBinary) =>
      this.#said(client, isBinary || !Buffer.isBuffer(data) ? null : data.toString("utf8")),
    );
    socket.on("error", () => socket.terminate());
    socket.on("close", () => {
      client.frames.stop();
      this.#clients.delete(client);
      if (this.#clients.size === 0) this.#rest();
    });
  }

  /** Says goodbye to everyone. */
  close(): void {
    for (const client of this.#clients) client.socket.close(1001, "The server is shutting down.");
  }

  #said(client: Client, text: string | null): void {
    const problem = this.#subscribe(client, text);
    if (problem !== null) client.socket.send({ type: "error", text: problem });
  }

  #subscribe(client: Client, text: string | null): string | null {
    let value: unknown;
    try {
      value = text === null ? undefined : JSON.parse(text);
    } catch {
      value = undefined;
    }
    if (value === undefined) return "A message must be JSON text.";
    const message = clientMessage.safeParse(value);
    if (!message.success) return badRequest("json", message.error.issues).message;
    const before = client.topics;
    client.topics = new Set(message.data.topics);
    if (client.topics.has("frames")) client.frames.start(message.data.after);
    else client.frames.stop();
    if (client.topics.has("stations") && !before.has("stations")) {
      for (const id of this.#parts.stations.ids()) client.changed.add(id);
    }
    if (client.topics.has("sandbox") && !before.has("sandbox")) client.sandboxChanged = true;
    if (!client.topics.has("changes")) client.storeChanges.clear();
    this.#schedule();
    return null;
  }

  #listen(): void {
    const { journal, stations, sandbox, store } = this.#parts;
    const storeChanged = (changes: readonly StoreChange[]): void => {
      for (const client of this.#interested("changes")) client.storeChanges.add(changes);
      this.#schedule();
    };
    this.#unsubscribe.push(
      journal.subscribe((frames) => {
        let text: string | undefined;
        const once = () => (text ??= framesMessage(frames.map((frame) => ({ ...frame, answer: null }))));
        for (const client of this.#interested("frames")) client.frames.deliver(frames, once);
      }),
      stations.subscribe((change) => {
        if (change.kind === "notice") {
          const { station, level, text, at } = change;
          this.#notice({ type: "notice", station, level, text, at });
          return;
        }
        for (const client of this.#interested("stations")) client.changed.add(change.station);
        this.#schedule();
      }),
      store.watch(storeChanged),
      this.#ownChanges.add(storeChanged),
      followTransactions(journal, storeChanged),
    );
    if (sandbox !== null) {
      this.#unsubscribe.push(
        sandbox.subscribe(() => {
          for (const client of this.#interested("sandbox")) client.sandboxChanged = true;
          this.#schedule();
        }),
      );
    }
    this.#refresh = setInterval(() => {
      if (this.#charging.size === 0) return;
      for (const client of this.#interested("stations")) {
        for (const id of this.#charging) client.changed.add(id);
      }
      this.#schedule();
    }, chargingInterval);
    const { livePing, liveStall } = this.#limits;
    let sincePing = 0;
    const step = Math.max(1, Math.min(livePing, liveStall) / 2);
    this.#watch = setInterval(() => {
      sincePing += step;
      const ping = sincePing >= livePing;
      if (ping) sincePing = 0;
      for (const { socket } of this.#clients) {
        if (socket.dropIfStalled()) this.#parts.mention("A live client that read nothing was dropped.");
        else if (ping) socket.ping();
      }
    }, step);
  }

  #rest(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#unsubscribe = [];
    clearInterval(this.#watch);
    clearInterval(this.#refresh);
    this.#charging.clear();
    clearTimeout(this.#tick);
    this.#tick = undefined;
  }

  *#interested(topic: Topic): Generator<Client> {
    for (const client of this.#clients) if (client.topics.has(topic)) yield client;
  }

  #notice(message: ServerMessage): void {
    for (const client of this.#interested("stations")) {
      if (client.socket.congested) client.missedNotices += 1;
      else client.socket.send(message);
    }
  }

  /** The first change goes out at once, further ones at the next tick. */
  #schedule(): void {
    if (this.#tick !== undefined) return;
    const wait = Math.max(0, this.#lastTick + this.#limits.liveInterval - this.#parts.now());
    this.#tick = setTimeout(
      () => {
        this.#tick = undefined;
        this.#lastTick = this.#parts.now();
        if (this.#sendChanged()) this.#schedule();
      },
      Math.min(wait, this.#limits.liveInterval),
    );
  }

  /** Sends views of what changed; true when some are left. */
  #sendChanged(): boolean {
    const texts = new Map<string, string>();
    let sandboxText: string | undefined;
    let left = false;
    for (const client of this.#clients) {
      if (client.socket.congested) {
        left ||= client.changed.size > 0 || client.sandboxChanged || !client.storeChanges.empty;
        continue;
      }
      if (client.missedNotices > 0) {
        const text = `${client.missedNotices} notices were left out: this client reads too slowly.`;
        client.missedNotices = 0;
        client.socket.send({ type: "error", text });
      }
      if (!client.storeChanges.empty) client.socket.send(client.storeChanges.take());
      if (!client.topics.has("stations")) client.changed.clear();
      for (const id of [...client.changed].slice(0, viewsPerTick)) {
        client.changed.delete(id);
        const text = texts.get(id) ?? JSON.stringify(this.#stationMessage(id));
        texts.set(id, text);
        client.socket.sendText(text);
      }
      left ||= client.changed.size > 0;
      if (!client.sandboxChanged) continue;
      client.sandboxChanged = false;
      const { sandbox } = this.#parts;
      if (sandbox === null || !client.topics.has("sandbox")) continue;
      sandboxText ??= JSON.stringify({ type: "sandbox", view: viewSandbox(sandbox) });
      client.socket.sendText(sandboxText);
    }
    return left;
  }

  #stationMessage(id: string): ServerMessage {
    const view = this.#parts.stations.view(id);
    if (view.ok && view.value.snapshot.connectors.some(({ power }) => power > 0)) this.#charging.add(id);
    else this.#charging.delete(id);
    return view.ok ? { type: "station", view: view.value } : { type: "station-removed", id };
  }
}
