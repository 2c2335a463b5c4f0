import { isObject } from "../../protocol/payload/read.ts";
import type { WebSocket } from "ws";
import type { DialectEntry } from "../../protocol/dialect.ts";
import type { Outcome } from "../../protocol/model/messages/event.ts";
import { answerToFault } from "../../protocol/wire/answer-to-fault.ts";
import { decode, encode } from "../../protocol/wire/codec.ts";
import type { Call, CallError, CallResult, Fault, Frame } from "../../protocol/wire/frame.ts";
import { refusal } from "../../protocol/validate/refusal.ts";
import type { CsmsCall, SandboxVersion } from "./versions/sandbox-version.ts";
import { answerCall } from "./answers/answer-call.ts";
import type { SharedParts } from "./shared-parts.ts";
import type { StationCall } from "./misbehaviours/misbehaviour.ts";
import { CallQueue } from "./call-queue.ts";
import type { StationRecord } from "./station-records.ts";

/** Bytes that may wait for a station that does not read; then it is cut off. */
const mostUnread = 16 * 1024 * 1024;

/** One connection of a station, from the CSMS's side. Nothing that a station sends makes it throw. */
export class Session {
  readonly #socket: WebSocket;
  readonly #entry: DialectEntry;
  readonly #version: SandboxVersion;
  readonly #record: StationRecord;
  readonly #shared: SharedParts;
  readonly #calls: CallQueue;
  #closing = false;

  constructor(
    socket: WebSocket,
    parts: { entry: DialectEntry; version: SandboxVersion; record: StationRecord; shared: SharedParts },
  ) {
    this.#socket = socket;
    this.#entry = parts.entry;
    this.#version = parts.version;
    this.#record = parts.record;
    this.#shared = parts.shared;
    this.#calls = new CallQueue({
      timeout: this.#shared.callTimeout,
      transmit: (call) => this.#transmitCall(call),
    });
    socket.on("message", (data, isBinary) => {
      this.#guard(() => this.#received(isBinary || !Buffer.isBuffer(data) ? null : data.toString()));
    });
    socket.on("close", () => {
      this.#guard(() => {
        this.#calls.end();
        if (this.#record.session === this) this.#record.session = null;
        this.#shared.changed();
      });
    });
    // ws closes the socket itself after an error such as a frame that is too large.
    socket.on("error", () => {});
  }

  /** Sends a CALL as soon as no other one of ours is open. */
  send(ask: CsmsCall): Promise<Outcome> {
    return this.#calls.send(ask);
  }

  /** Closes in good order; a station that does not answer the closing handshake is cut off by ws. */
  close(code: number, reason: string): void {
    this.#closing = true;
    this.#calls.end();
    this.#socket.close(code, reason);
  }

  #received(text: string | null): void {
    if (this.#closing) return;
    const frame = text === null ? binaryFault : decode(text, { messageTypes: this.#entry.messageTypes });
    switch (frame.kind) {
      case "call":
        this.#answer(frame);
        break;
      case "callResult":
      case "callError":
        this.#calls.answered(frame, (action) => this.#outcome(action, frame));
        break;
      case "fault":
        this.#unreadable(frame);
        break;
      case "send":
      case "callResultError":
        // 2.1 only; neither is ever answered.
        break;
    }
  }

  #answer(call: Call): void {
    const dialect = this.#entry.dialect;
    const asked: StationCall = {
      id: call.id,
      action: call.action,
      request: isObject(call.payload) ? call.payload : {},
      errorCodes: this.#entry.errorCodes,
    };
    const right = answerCall(call, asked, {
      entry: this.#entry,
      version: this.#version,
      record: this.#record,
      shared: this.#shared,
    });
    for (const frame of this.#shared.conduct.answer(right, asked, dialect)) this.#transmit(frame);
    this.#shared.conduct.after(asked, {
      version: this.#version,
      status: this.#record.boot,
      call: (ask) => void this.#calls.send(ask),
      callAtOnce: (ask) => this.#calls.sendAtOnce(ask),
    });
    this.#shared.changed();
  }

  #outcome(action: string, frame: CallResult | CallError): Outcome {
    if (frame.kind === "callError")
      return {
        kind: "error",
        code: frame.code,
        description: frame.description,
        details: frame.details,
      };
    const payload = isObject(frame.payload) ? frame.payload : {};
    const validator = this.#entry.validator();
    if (!validator.knows(action)) return { kind: "result", payload };
    const issue = refusal(validator.response(action, payload));
    if (issue === undefined) return { kind: "result", payload };
    return { kind: "invalid", text: `${issue.pointer || "The payload"}: expected ${issue.expected}.` };
  }

  #unreadable(fault: Fault): void {
    const reply = answerToFault(fault, this.#entry);
    if (reply !== null) this.#transmit(reply);
    // An answer whose id could be read settles its CALL, since no better one will come.
    else if (fault.id !== undefined)
      this.#calls.answered({ kind: "callResult", id: fault.id, payload: {} }, () => ({
        kind: "invalid",
        text: fault.text,
      }));
  }

  #transmitCall(right: Call): Call {
    const call = this.#shared.conduct.call(right, this.#entry.dialect);
    if (this.#record.boot !== "Accepted" && isObject(call.payload))
      for (const action of this.#version.invites({ action: call.action, payload: call.payload }))
        this.#record.invited.add(action);
    this.#transmit(call);
    return call;
  }

  #transmit(frame: Frame): void {
    if (this.#socket.bufferedAmount > mostUnread) this.#socket.terminate();
    // The callback takes the error of a socket that has just closed.
    else this.#socket.send(encode(frame), () => {});
  }

  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#shared.report(this.#record.id, error);
      this.#socket.close(1011, "The sandbox failed inside.");
    }
  }
}

const binaryFault: Fault = {
  kind: "fault",
  reason: "binary",
  text: "The frame is binary; OCPP-J is sent as text.",
};
