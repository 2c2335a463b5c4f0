import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocket } from "ws";
import type { JsonObject } from "../../../protocol/wire/frame.ts";
import { Pairing } from "../../../protocol/wire/pairing.ts";
import { errorText } from "../../error-text.ts";
import { failed, record } from "./channel.ts";
import type { Channel, Done, LinkDialect, LinkParts } from "./channel.ts";
import { newConnectionId } from "./connection-id.ts";
import { connectionUrl, shownUrl } from "./connection-url.ts";
import { handshakeOptions } from "./handshake-options.ts";
import { Incoming } from "./incoming.ts";
import { KeepAlive } from "./keep-alive.ts";
import {
  connectFailure,
  framingFailure,
  httpRefusal,
  receivingFailure,
  remoteEnd,
  subprotocolRefusal,
} from "./link-failure.ts";
import type { Link, LinkEnd } from "./link.ts";
import { Outgoing } from "./outgoing.ts";

/** So much may wait for a CSMS that sends without reading, bytes; then the link is cut. */
const maxBuffered = 16 * 2 ** 20;
/** So much of an HTTP refusal's body is kept, characters. */
const keptBody = 2000;

/** One connection attempt, from its first packet to its end. */
interface Attempt {
  socket: WebSocket;
  url: string;
  /** The sub-protocol that the CSMS answered with; undefined before its answer, null without one. */
  echoed: string | null | undefined;
  opened: boolean;
  /** What the WebSocket is read from; null before the handshake's answer. */
  stream: Duplex | null;
  /** Why it ends, when we know it before the socket does. */
  end: (LinkEnd & { by: "station" | "csms" }) | null;
  cancelTimeout: () => void;
}

/** OCPP-J over WebSocket (RFC 6455). */
export class WebSocketLink implements Link {
  readonly #parts: LinkParts;
  readonly #channel: Channel;
  readonly #outgoing: Outgoing;
  readonly #incoming: Incoming;
  readonly #keepAlive: KeepAlive;
  #attempt: Attempt | null = null;
  #pingInterval = 0;
  #reopen = false;

  constructor(parts: LinkParts, entry: LinkDialect) {
    this.#parts = parts;
    this.#channel = {
      parts,
      entry,
      pairing: new Pairing<Done>({ peerTimeout: parts.config.callTimeout * 1000 }),
      connection: "",
      isOpen: () => this.#attempt?.socket.readyState === WebSocket.OPEN,
      write: (text) => this.#write(text),
    };
    this.#outgoing = new Outgoing(this.#channel);
    this.#incoming = new Incoming(this.#channel, this.#outgoing);
    this.#keepAlive = new KeepAlive(
      parts.clock,
      () => this.#attempt?.socket.ping(),
      (seconds) => this.#cut(`The CSMS did not answer a WebSocket ping within ${seconds} seconds.`),
    );
  }

  open(): void {
    if (this.#attempt !== null) {
      // A station that closes may want to be back before the CSMS has answered the close frame.
      this.#reopen = this.#attempt.end?.by === "station";
      return;
    }
    const { config, clock, receiving } = this.#parts;
    this.#channel.connection = newConnectionId(clock.now());
    const url = connectionUrl(config.url, config.id);
    if (!(url instanceof URL))
      return this.#neverOpened(config.url, { kind: "unreachable", text: url.problem }, "url");
    let socket: WebSocket;
    try {
      socket = new WebSocket(
        url,
        this.#offered(),
        handshakeOptions(config, url, this.#password(), receiving.maxFrame),
      );
    } catch (thrown) {
      // Node refuses unusable certificates and keys before anything is sent.
      const why = errorText(thrown);
      const text = `The connection could not be prepared: ${why}. Check URL, certificate and key.`;
      return this.#neverOpened(shownUrl(url), { kind: "tls", text }, "prepare");
    }
    const attempt: Attempt = {
      socket,
      url: shownUrl(url),
      echoed: undefined,
      opened: false,
      stream: null,
      end: null,
      cancelTimeout: () => {},
    };
    this.#attempt = attempt;
    const seconds = config.callTimeout;
    attempt.cancelTimeout = clock.setTimer(clock.now() + seconds * 1000, () => {
      const text = `${attempt.url} did not finish the handshake within ${seconds} seconds. Check that it is a CSMS and not overloaded.`;
      this.#refused(attempt, { kind: "unreachable", text }, "timeout");
    });
    this.#attach(attempt, url);
  }

  close(reason: string): void {
    const attempt = this.#attempt;
    this.#reopen = false;
    if (attempt === null) return;
    attempt.end ??= {
      kind: "closed",
      code: 1000,
      text: `The station closed the connection: ${reason}.`,
      by: "station",
    };
    if (attempt.socket.readyState === WebSocket.CONNECTING) {
      return this.#refused(attempt, attempt.end, "cancelled");
    }
    attempt.socket.close(1000, closeReason(reason));
  }

  cut(): void {
    this.#cut("The station's connection was cut.");
  }

  call(action: string, payload: JsonObject, done: Done): string {
    return this.#outgoing.call(action, payload, done);
  }

  send(action: string, payload: JsonObject): void {
    this.#outgoing.send(action, payload);
  }

  reply(callId: string, payload: JsonObject): void {
    this.#outgoing.reply(callId, payload);
  }

  replyError(callId: string, code: string, description: string, details: JsonObject): void {
    this.#outgoing.replyError(callId, code, description, details);
  }

  configure(options: { pingInterval: number }): void {
    this.#pingInterval = options.pingInterval;
    if (this.#channel.isOpen()) this.#keepAlive.start(this.#pingInterval, this.#parts.config.callTimeout);
  }

  sendRaw(text: string): void {
    this.#outgoing.sendRaw(text);
  }

  #offered(): string[] {
    const { subprotocol } = this.#channel.entry;
    return subprotocol === null ? [] : [subprotocol];
  }

  #password(): string | undefined {
    return this.#parts.password?.() ?? this.#parts.config.password;
  }

  // All listeners are there before the first packet leaves: a CALL right behind the handshake is not lost.
  #attach(attempt: Attempt, url: URL): void {
    const { socket } = attempt;
    socket.on("upgrade", (response) => {
      attempt.echoed = response.headers["sec-websocket-protocol"] ?? null;
      attempt.stream = response.socket;
    });
    socket.on("unexpected-response", (_request, response: IncomingMessage) =>
      this.#refusedByHttp(attempt, url, response),
    );
    socket.on("open", () => this.#opened(attempt));
    socket.on("message", (data: Buffer, isBinary) => {
      if (this.#attempt !== attempt) return;
      if (isBinary) this.#incoming.receiveBinary(data);
      else this.#incoming.receive(data.toString("utf8"));
    });
    socket.on("pong", () => {
      if (this.#attempt === attempt) this.#keepAlive.pong();
    });
    socket.on("error", (error) => this.#failed(attempt, error));
    socket.on("close", (code, reason) => {
      this.#closed(attempt, attempt.end ?? { ...remoteEnd(code, reason.toString("utf8")), by: "csms" });
    });
  }

  #opened(attempt: Attempt): void {
    if (this.#attempt !== attempt) return;
    attempt.cancelTimeout();
    attempt.opened = true;
    const { socket } = attempt;
    const text = { url: attempt.url, subprotocol: socket.protocol, extensions: socket.extensions };
    record(this.#channel, "out", "opened", JSON.stringify(text));
    this.#keepAlive.start(this.#pingInterval, this.#parts.config.callTimeout);
    if (attempt.stream !== null) {
      this.#parts.receiving.watch(socket, attempt.stream, (what) => {
        attempt.end ??= { ...receivingFailure(what), by: "station" };
        socket.terminate();
      });
    }
    try {
      this.#parts.listener.connected();
    } catch (thrown) {
      failed(this.#channel, "The station failed when its link opened", thrown);
    }
  }

  #failed(attempt: Attempt, error: Error): void {
    if (this.#attempt !== attempt) return;
    if (attempt.opened) {
      const end = framingFailure(error, this.#parts.receiving.maxFrame);
      if (end !== null) attempt.end ??= { ...end, by: "station" };
      return;
    }
    const { subprotocol } = this.#channel.entry;
    if (attempt.echoed !== undefined && subprotocol !== null && attempt.echoed !== subprotocol) {
      return this.#refused(attempt, subprotocolRefusal(subprotocol, attempt.echoed), "101", {
        echoed: attempt.echoed,
      });
    }
    const end = connectFailure(error, attempt.url);
    this.#refused(attempt, end, end.errorCode);
  }

  #refusedByHttp(attempt: Attempt, url: URL, response: IncomingMessage): void {
    const { config } = this.#parts;
    const hasPassword = this.#password() !== undefined || url.password !== "";
    const end = httpRefusal(response, { station: config.id, hasPassword, secure: url.protocol === "wss:" });
    let body = "";
    const finish = (): void => {
      this.#refused(attempt, end, String(response.statusCode ?? 0), {
        status: response.statusCode ?? 0,
        reason: response.statusMessage ?? "",
        body: body.slice(0, keptBody),
      });
    };
    response.setEncoding("utf8");
    response.on("data", (chunk: string) => {
      body += chunk;
      if (body.length >= keptBody) finish();
    });
    response.on("end", finish);
    response.on("error", finish);
    response.on("close", finish);
    // The body may never end: then the handshake's time-out tells what is known by now.
    attempt.cancelTimeout();
    const { clock } = this.#parts;
    attempt.cancelTimeout = clock.setTimer(clock.now() + config.callTimeout * 1000, finish);
  }

  /** The attempt ended before the link was open. */
  #refused(attempt: Attempt, end: LinkEnd, error: string, details: JsonObject = {}): void {
    if (this.#attempt !== attempt) return;
    this.#attempt = null;
    attempt.cancelTimeout();
    attempt.socket.terminate();
    this.#neverOpened(attempt.url, end, error, details);
  }

  #neverOpened(url: string, end: LinkEnd, error: string, details: JsonObject = {}): void {
    const raw = JSON.stringify({ url, offered: this.#channel.entry.subprotocol, text: end.text, ...details });
    const entry = record(this.#channel, "in", "refused", raw);
    entry.error = error;
    this.#tellEnd(end);
  }

  #closed(attempt: Attempt, end: LinkEnd & { by: "station" | "csms" }): void {
    if (this.#attempt !== attempt) return;
    this.#attempt = null;
    attempt.cancelTimeout();
    this.#keepAlive.stop();
    const { by, kind, text, code } = end;
    const raw = JSON.stringify({ by, kind, code: code ?? null, text });
    const entry = record(this.#channel, by === "csms" ? "in" : "out", "closed", raw);
    entry.error = code === undefined ? kind : String(code);
    this.#outgoing.lose();
    this.#tellEnd({ kind, text, ...(code === undefined ? {} : { code }) });
    if (!this.#reopen) return;
    this.#reopen = false;
    this.open();
  }

  #tellEnd(end: LinkEnd): void {
    try {
      this.#parts.listener.disconnected(end);
    } catch (thrown) {
      failed(this.#channel, "The station failed when its link ended", thrown);
    }
  }

  #cut(text: string): void {
    const attempt = this.#attempt;
    this.#reopen = false;
    if (attempt === null) return;
    attempt.end ??= { kind: "cut", code: 1006, text, by: "station" };
    if (attempt.socket.readyState === WebSocket.CONNECTING)
      return this.#refused(attempt, attempt.end, "cancelled");
    attempt.socket.terminate();
  }

  #write(text: string): void {
    const socket = this.#attempt?.socket;
    if (socket === undefined) return;
    // Judged by what waits already: one frame may be larger than that.
    if (socket.bufferedAmount <= maxBuffered) return socket.send(text);
    this.#cut(`The CSMS does not read what the station sends: ${maxBuffered / 2 ** 20} MiB wait.`);
  }
}

/** A close frame has room for 123 bytes of reason (RFC 6455 §5.5). */
function closeReason(reason: string): string {
  let short = reason.toWellFormed().slice(0, 123);
  while (Buffer.byteLength(short) > 123) short = short.slice(0, -1);
  return short.toWellFormed();
}
