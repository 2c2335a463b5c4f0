import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";

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

/**
 * A CSMS of OCPP 1.6 that keeps a log of its own of every message: the truth that a store is compared with. It answers
 * what stations ask, and asks each station as fast as `pause` allows, one CALL at a time.
 */
export class LoggingCsms {
  readonly log: LoggedFrame[] = [];
  readonly #peers = new Set<Peer>();
  readonly #http = createServer();
  readonly #sockets = new WebSocketServer({
    server: this.#http,
    handleProtocols: (offered) => (offered.has("ocpp1.6") ? "ocpp1.6" : false),
  });
  readonly #pause: number;
  #number = 0;
  #asking = true;

  /** `pause`: ms between an answer and the next question. */
  constructor(pause: number) {
    this.#pause = pause;
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

  get connected(): number {
    return this.#peers.size;
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
      await new Promise((resolve) => setTimeout(resolve, 5));
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
    const [type, id, action] = JSON.parse(raw) as [number, string, string];
    if (type === 2) {
      for (const frame of peer.unproven.splice(0)) frame.certain = at;
      peer.unproven.push(this.#send(peer, JSON.stringify([3, id, answerTo(action, at)])));
      return;
    }
    if (peer.open === null || id !== peer.openId) return;
    peer.open.certain = at;
    peer.open = null;
    this.#askSoon(peer);
  }

  #askSoon(peer: Peer): void {
    clearTimeout(peer.timer);
    peer.timer = setTimeout(() => this.#ask(peer), this.#pause);
  }

  #ask(peer: Peer): void {
    if (!this.#asking || peer.open !== null || peer.socket.readyState !== peer.socket.OPEN) return;
    this.#number += 1;
    peer.openId = `csms-${this.#number}`;
    const payload = { key: ["HeartbeatInterval", `Unknown${"x".repeat(this.#number % 40)}`] };
    peer.open = this.#send(peer, JSON.stringify([2, peer.openId, "GetConfiguration", payload]));
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
}

function answerTo(action: string, at: number): object {
  const currentTime = new Date(at).toISOString();
  switch (action) {
    case "BootNotification":
      return { status: "Accepted", currentTime, interval: 2 };
    case "Heartbeat":
      return { currentTime };
    case "StartTransaction":
      return { transactionId: at % 1_000_000_000, idTagInfo: { status: "Accepted" } };
    case "Authorize":
      return { idTagInfo: { status: "Accepted" } };
    default:
      return {};
  }
}
