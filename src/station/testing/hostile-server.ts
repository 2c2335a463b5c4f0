import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Server, Socket } from "node:net";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";
import { until } from "./until.ts";

export interface Peer {
  socket: WebSocket;
  /** The TCP socket underneath. */
  tcp: Socket;
  request: IncomingMessage;
  /** Texts that the station sent on this connection. */
  received: string[];
}

export interface HostileOptions {
  /** Sub-protocol that the server echoes: what was offered unless given, none when null. */
  subprotocol?: string | null;
  /** Takes the handshake over, e.g. to answer 401. True when it did. */
  instead?: (request: IncomingMessage, tcp: Socket) => boolean;
  /** Waits before it accepts the handshake. */
  delay?: () => Promise<void>;
  /** First thing on each connection, within the turn of the handshake. */
  connected?: (peer: Peer) => void;
  /** For each text of the station. */
  message?: (text: string, peer: Peer) => void;
  tls?: { cert: string; key: string; ca?: string; requestCert?: boolean };
  deflate?: boolean;
}

/** A CSMS that does what a test tells it, however wrong. A real WebSocket server on a port of the system's choice. */
export class HostileServer {
  readonly peers: Peer[] = [];
  readonly requests: IncomingMessage[] = [];
  readonly #server: Server;
  readonly #options: HostileOptions;
  readonly #sockets = new Set<Socket>();

  static async start(options: HostileOptions = {}): Promise<HostileServer> {
    const server = options.tls === undefined ? createServer() : createTlsServer(options.tls);
    const hostile = new HostileServer(server, options);
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    return hostile;
  }

  constructor(server: Server, options: HostileOptions) {
    this.#server = server;
    this.#options = options;
    const sockets = new WebSocketServer({
      noServer: true,
      perMessageDeflate: options.deflate ?? false,
      maxPayload: 2 ** 30,
      handleProtocols: (offered) => {
        if (options.subprotocol === undefined) return [...offered][0] ?? false;
        return options.subprotocol ?? false;
      },
    });
    server.on("connection", (tcp: Socket) => {
      this.#sockets.add(tcp);
      tcp.on("close", () => this.#sockets.delete(tcp));
      tcp.on("error", () => {});
    });
    server.on("upgrade", (request: IncomingMessage, tcp: Socket, head: Buffer) => {
      this.requests.push(request);
      tcp.on("error", () => {});
      if (options.instead?.(request, tcp) === true) return;
      const accept = (): void => {
        sockets.handleUpgrade(request, tcp, head, (socket) =>
          this.#accept({ socket, tcp, request, received: [] }),
        );
      };
      if (options.delay === undefined) accept();
      else void options.delay().then(accept);
    });
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("not listening");
    return address.port;
  }

  get url(): string {
    return `${this.#options.tls === undefined ? "ws" : "wss"}://127.0.0.1:${this.port}/ocpp`;
  }

  /** The connection number `index`, once it is there. */
  async peer(index = 0): Promise<Peer> {
    return until(() => this.peers[index]);
  }

  async close(): Promise<void> {
    for (const tcp of this.#sockets) tcp.destroy();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  #accept(peer: Peer): void {
    this.peers.push(peer);
    peer.socket.on("error", () => {});
    peer.socket.on("message", (data: Buffer) => {
      const text = data.toString("utf8");
      peer.received.push(text);
      this.#options.message?.(text, peer);
    });
    this.#options.connected?.(peer);
  }
}

/** Answers the handshake with plain HTTP. */
export function httpAnswer(tcp: Socket, status: string, headers: string[] = [], body = ""): true {
  const lines = [
    `HTTP/1.1 ${status}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    ...headers,
  ];
  tcp.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
  return true;
}
