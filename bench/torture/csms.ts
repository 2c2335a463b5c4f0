import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";
import { pause } from "./product.ts";

/** One message as the CSMS saw it. The order in the log is the order in which it passed. */
export interface LoggedFrame {
  station: string;
  /** Seen from the station, as in the journal. */
  direction: "in" | "out";
  raw: string;
  /** Epoch ms: when it passed here. */
  at: number;
  /** Epoch ms: when it was plain that the station had it. For `out` that is `at`; null while nothing proves it. */
  certain: number | null;
}

/** What of a CALL's payload decides on the answer. */
interface Call {
  connectorId?: number;
  timestamp?: string;
  meterStart?: number;
  idToken?: object;
}

/** What the CSMS keeps of one open connection. */
interface Peer {
  station: string;
  socket: WebSocket;
  /** Its own CALL that waits for an answer. */
  open: LoggedFrame | null;
  openId: string;
  /** Results to CALLs of the station that no later CALL proves to have arrived. */
  unproven: LoggedFrame[];
  timer: NodeJS.Timeout | undefined;
}

export interface CsmsOptions {
  /** ms between an answer and the next question. Without it this CSMS asks nothing by itself. */
  pause?: number;
  /** ms until it answers a CALL; at once unless given. */
  delay?: () => number;
  /** Seconds between heartbeats; 2 unless given. */
  heartbeat?: number;
}

/**
 * A CSMS of OCPP 1.6 and 2.0.1 that keeps a log of its own of every message: the truth that the product is compared with.
 * It answers what stations ask, and asks each station of 1.6 as fast as `pause` allows, one CALL at a time.
 */
export class LoggingCsms {
  readonly log: LoggedFrame[] = [];
  readonly #peers = new Set<Peer>();
  readonly #http = createServer();
  readonly #sockets = new WebSocketServer({
    server: this.#http,
    verifyClient: () => !this.#away,
    handleProtocols: (offered) => ["ocpp1.6", "ocpp2.0.1"].find((each) => offered.has(each)) ?? false,
  });
  readonly #options: CsmsOptions;
  /** Ids of 1.6 transactions by what began them: a start that is sent again gets the same one. */
  readonly #transactions = new Map<string, number>();
  #number = 0;
  #asking = true;
  #away = false;

  constructor(options: CsmsOptions) {
    this.#options = options;
    this.#sockets.on("connection", (socket, request) => {
      const station = decodeURIComponent((request.url ?? "").split("/").at(-1) ?? "");
      this.#accept({ station, socket, open: null, openId: "", unproven: [], timer: undefined });
    });
  }

  /** Listens on a port that the system chooses; returns the URL for stations. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#http.listen(0, "127.0.0.1", resolve));
    return `ws://127.0.0.1:${(this.#http.address() as AddressInfo).port}/`;
  }

  /** Resolves when so many stations are connected. Throws when that takes minutes. */
  async connects(stations: number): Promise<void> {
    const end = Date.now() + 120_000;
    while (this.#peers.size < stations) {
      if (Date.now() > end)
        throw new Error(`Only ${this.#peers.size} of ${stations} stations are connected.`);
      await pause(10);
    }
  }

  /** Cuts all connections and lets nobody in until `heal`. */
  cut(): void {
    this.#away = true;
    this.drop(() => true);
  }

  heal(): void {
    this.#away = false;
  }

  /** Cuts the connections of some stations, which may come back at once. */
  drop(chosen: (station: string) => boolean): void {
    for (const { station, socket } of this.#peers) if (chosen(station)) socket.terminate();
  }

  /** Sends a CALL to a station, unless it is away or has another one to answer. */
  request(station: string, action: string, payload: object): void {
    const peer = [...this.#peers].findLast((each) => each.station === station);
    if (peer !== undefined) this.#request(peer, action, payload);
  }

  /** Stops asking, and resolves when no question of this CSMS is open any more. */
  async quiet(): Promise<void> {
    this.#asking = false;
    const end = Date.now() + 60_000;
    for (;;) {
      const waiting = [...this.#peers].find((peer) => peer.open !== null);
      if (waiting === undefined) return;
      if (Date.now() > end)
        throw new Error(`${waiting.station} does not answer ${waiting.open?.raw.slice(0, 200)}`);
      await pause(5);
    }
  }

  resume(): void {
    this.#asking = true;
    for (const peer of this.#peers) this.#askSoon(peer);
  }

  async close(): Promise<void> {
    for (const { socket } of this.#peers) socket.terminate();
    this.#sockets.close();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #accept(peer: Peer): void {
    this.#peers.add(peer);
    peer.socket.on("message", (data) => this.#read(peer, (data as Buffer).toString("utf8")));
    peer.socket.on("error", () => undefined);
    peer.socket.on("close", () => {
      clearTimeout(peer.timer);
      this.#peers.delete(peer);
    });
    this.#askSoon(peer);
  }

  #read(peer: Peer, raw: string): void {
    const at = Date.now();
    this.log.push({ station: peer.station, direction: "out", raw, at, certain: at });
    const [type, id, action, payload = {}] = JSON.parse(raw) as [number, string, string, Call?];
    if (type === 2) {
      for (const frame of peer.unproven.splice(0)) frame.certain = at;
      const answer = (): void => {
        if (peer.socket.readyState !== peer.socket.OPEN) return;
        const content = this.#answerTo(peer, action, payload);
        peer.unproven.push(this.#send(peer, JSON.stringify([3, id, content])));
      };
      if (this.#options.delay === undefined) answer();
      else setTimeout(answer, this.#options.delay());
      return;
    }
    if (peer.open === null || id !== peer.openId) return;
    peer.open.certain = at;
    peer.open = null;
    this.#askSoon(peer);
  }

  #askSoon(peer: Peer): void {
    if (this.#options.pause === undefined) return;
    clearTimeout(peer.timer);
    peer.timer = setTimeout(() => this.#ask(peer), this.#options.pause);
  }

  #ask(peer: Peer): void {
    if (!this.#asking) return;
    const key = ["HeartbeatInterval", `Unknown${"x".repeat((this.#number + 1) % 40)}`];
    this.#request(peer, "GetConfiguration", { key });
  }

  #request(peer: Peer, action: string, payload: object): void {
    if (peer.open !== null || peer.socket.readyState !== peer.socket.OPEN) return;
    this.#number += 1;
    peer.openId = `csms-${this.#number}`;
    peer.open = this.#send(peer, JSON.stringify([2, peer.openId, action, payload]));
  }

  #send(peer: Peer, raw: string): LoggedFrame {
    const frame: LoggedFrame = {
      station: peer.station,
      direction: "in",
      raw,
      at: Date.now(),
      certain: null,
    };
    this.log.push(frame);
    peer.socket.send(raw);
    return frame;
  }

  #answerTo({ station, socket }: Peer, action: string, payload: Call): object {
    const currentTime = new Date().toISOString();
    const accepted = { status: "Accepted" };
    switch (action) {
      case "BootNotification":
        return { ...accepted, currentTime, interval: this.#options.heartbeat ?? 2 };
      case "Heartbeat":
        return { currentTime };
      case "StartTransaction": {
        const { connectorId, timestamp, meterStart } = payload;
        const key = `${station} ${connectorId} ${timestamp} ${meterStart}`;
        const transactionId = this.#transactions.get(key) ?? this.#transactions.size + 1;
        this.#transactions.set(key, transactionId);
        return { transactionId, idTagInfo: accepted };
      }
      case "Authorize":
        return socket.protocol === "ocpp1.6" ? { idTagInfo: accepted } : { idTokenInfo: accepted };
      case "TransactionEvent":
        return payload.idToken === undefined ? {} : { idTokenInfo: accepted };
      default:
        return {};
    }
  }
}
