import type { JsonObject } from "../../../protocol/wire/frame.ts";
import type { Outcome } from "../../../protocol/model/messages/event.ts";

/**
 * A station's connection to its CSMS, whatever carries it: deliver a request and get its answer, receive a request and
 * give one. WebSocket and SOAP both satisfy it; nothing above assumes a socket.
 */
export interface Link {
  /** Opens the link; `connected` or `disconnected` is told to the listener. Calling it while open does nothing. */
  open(): void;
  /** Closes in good order. */
  close(reason: string): void;
  /** Cuts the link without a closing handshake, as a broken network does. */
  cut(): void;
  /** Sends a CALL. `done` is called exactly once, also on time-out, loss or refusal. Returns the message id used. */
  call(action: string, payload: JsonObject, done: (outcome: Outcome) => void): string;
  /** 2.1: sends without an answer. */
  send(action: string, payload: JsonObject): void;
  /** Answers a CALL of the CSMS. */
  reply(callId: string, payload: JsonObject): void;
  replyError(callId: string, code: string, description: string, details: JsonObject): void;
  configure(options: { pingInterval: number }): void;
  /** Sends a text exactly as it is, recorded and marked `crafted`; for the crafter and for cases. */
  sendRaw(text: string): void;
}

export interface LinkListener {
  connected(): void;
  /** Told for a refused handshake too; `text` says what happened and what to do about it. */
  disconnected(reason: LinkEnd): void;
  called(callId: string, action: string, payload: JsonObject): void;
  sent(action: string, payload: JsonObject): void;
  /** Something a person should know that is neither a message nor the end of the link. */
  notice?(level: "info" | "warning" | "error", text: string): void;
}

export interface LinkEnd {
  /** `refused`: an HTTP answer other than 101, or no acceptable sub-protocol. */
  kind: "closed" | "cut" | "refused" | "unreachable" | "tls";
  text: string;
  /** WebSocket close code or HTTP status. */
  code?: number;
}
