import { createHash, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";
import type { DialectEntry } from "../../protocol/dialect.ts";
import type { SandboxVersion } from "./versions/sandbox-version.ts";
import type { Conduct } from "./misbehaviours/conduct.ts";
import { chooseVersion } from "./versions/all.ts";

export interface Visitor {
  id: string;
  entry: DialectEntry;
  version: SandboxVersion;
}

export interface FrontDoorOptions {
  conduct: Conduct;
  passwords: ReadonlyMap<string, string>;
  /** Bytes of one message, after decompression. */
  maxPayload: number;
  tls?: { cert: string; key: string };
  admit(socket: WebSocket, visitor: Visitor): void;
}

/**
 * The HTTP server that stations knock at: identity from the path, Basic auth, sub-protocol, then a WebSocket. It does not
 * listen yet.
 */
export function createFrontDoor(options: FrontDoorOptions): { server: Server; sockets: WebSocketServer } {
  const echoes = new WeakMap<IncomingMessage, string | null>();
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: options.maxPayload,
    // A CSMS must support it (Part 4 §3.3); costs nothing unless a station asks for it.
    perMessageDeflate: true,
    handleProtocols: (_offered, request) => echoes.get(request) ?? false,
  });
  const answer: Parameters<typeof createServer>[1] = (_request, response) => {
    response.writeHead(426, { "content-type": "text/plain; charset=utf-8", upgrade: "websocket" });
    response.end("This is an OCPP CSMS. Connect a charging station by WebSocket: /ocpp/<identity>\n");
  };
  const server = options.tls === undefined ? createServer(answer) : createSecureServer(options.tls, answer);

  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on("error", () => {});
    const id = identityOf(request.url ?? "");
    if (id === null) return refuse(stream, 404);
    const chosen = chooseVersion(offeredBy(request));
    // Part 4 §3.1.1, OCPP-J 1.6 §3.2: an identity that cannot be is answered like one that is not known.
    if (chosen !== null && !isIdentity(id, chosen.entry)) return refuse(stream, 404);
    const password = options.passwords.get(id);
    const welcome = password === undefined || hasPassword(request, id, password);
    const handshake = options.conduct.handshake(
      { status: welcome ? 101 : 401, subprotocol: chosen?.entry.subprotocol ?? null },
      chosen?.entry.dialect ?? null,
    );
    if (handshake.status !== 101) return refuse(stream, handshake.status);
    echoes.set(request, handshake.subprotocol);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      if (chosen !== null) return options.admit(socket, { id, ...chosen });
      // No common version: the handshake is completed without the header, then closed at once (OCPP-J 1.6 §3.2, Part 4 §3.2).
      socket.on("error", () => {});
      socket.close(1002, "No common OCPP version.");
    });
  });
  server.on("clientError", (_error, stream) => stream.destroy());
  return { server, sockets };
}

function identityOf(url: string): string | null {
  const segment = /^\/ocpp\/([^/?#]+)\/?(?:\?.*)?$/.exec(url)?.[1];
  if (segment === undefined) return null;
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

function isIdentity(id: string, { identity }: DialectEntry): boolean {
  return id.length <= identity.maxLength && (identity.pattern?.test(id) ?? true);
}

function offeredBy(request: IncomingMessage): string[] {
  const header = request.headers["sec-websocket-protocol"] ?? "";
  return header.split(",").map((name) => name.trim());
}

/** The user name must be the identity of the URL (A00.FR.207, OCPP-J 1.6 §6.2.2). */
function hasPassword(request: IncomingMessage, id: string, password: string): boolean {
  const credentials = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (credentials === undefined) return false;
  return timingSafeEqual(
    digest(Buffer.from(credentials, "base64")),
    digest(Buffer.from(`${id}:${password}`)),
  );
}

function digest(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

const reasons: { readonly [status: number]: string } = { 401: "Unauthorized", 404: "Not Found" };

function refuse(stream: Duplex, status: number): void {
  const challenge = status === 401 ? 'WWW-Authenticate: Basic realm="OCPP"\r\n' : "";
  const line = `HTTP/1.1 ${status} ${reasons[status] ?? "Refused"}\r\n`;
  stream.end(`${line}${challenge}Connection: close\r\nContent-Length: 0\r\n\r\n`);
}
