import { isObject } from "../../protocol/payload/read.ts";
import type { WebSocket } from "ws";
import type { DialectEntry } from "../../protocol/dialect.ts";
import type { Outcome } from "../../protocol/model/messages/event.ts";
import { answerToFault } from "../../protocol/wire/answer-to-fault.ts";
import { decode, encode } from "../../protocol/wire/codec.ts";
import { MessageType } from "../../protocol/wire/frame.ts";
import type {
  Call,
  CallError,
  CallResult,
  CallResultError,
  Fault,
  Frame,
  Send,
} from "../../protocol/wire/frame.ts";
import { refusal } from "../../protocol/validate/refusal.ts";
import type { CsmsCall, SandboxVersion } from "./versions/sandbox-version.ts";
import { answerCall } from "./answer-call.ts";
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
        this.#calls.answered(frame.id, (action) => this.#outcome(action, frame));
        break;
      case "fault":
        this.#unreadable(frame);
        break;
      case "send":
        this.#sent(frame);
        break;
      case "callResultError":
        // The answer has gone out, and there is no better one.
        break;
    }
  }

  #answer(call: Call): void {
    const dialect = this.#entry.dialect;
    const asked = this.#asked(call);
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

  /** Part 4 §4.2.4, N15.FR.02: a SEND is taken as it is and never answered, whatever it says. */
  #sent(send: Send): void {
    for (const frame of this.#shared.conduct.answer(null, this.#asked(send), this.#entry.dialect))
      this.#transmit(frame);
  }

  #asked({ id, action, payload }: Call | Send): StationCall {
    return { id, action, request: isObject(payload) ? payload : {}, errorCodes: this.#entry.errorCodes };
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
    const issue = validator.knows(action) ? refusal(validator.response(action, payload)) : undefined;
    const { id } = frame;
    if (issue === undefined) {
      this.#tellOfResult(null, { id, action });
      return { kind: "result", payload };
    }
    const text = `${issue.pointer || "The payload"}: expected ${issue.expected}.`;
    const description = text.slice(0, 255);
    this.#tellOfResult(
      { kind: "callResultError", id, code: issue.code, description, details: {} },
      { id, action },
    );
    return { kind: "invalid", text };
  }

  /** Part 2 FR.06 of 2.1, Part 4 §4.2.3: what the station's CALLRESULT deserves, in a dialect that has a frame for it. */
  #tellOfResult(right: CallResultError | null, answered: { id: string; action: string }): void {
    if (!this.#entry.messageTypes.includes(MessageType.callResultError)) return;
    const error = this.#shared.conduct.result(right, answered, this.#entry.dialect);
    if (error !== null) this.#transmit(error);
  }

  #unreadable(fault: Fault): void {
    const { id, text } = fault;
    const reply = answerToFault(fault, this.#entry);
    if (reply?.kind === "callError") this.#transmit(reply);
    // An answer whose id could be read settles its CALL, since no better one will come.
    else if (id !== undefined)
      this.#calls.answered(id, (action) => {
        if (reply !== null) this.#tellOfResult(reply, { id, action });
        return { kind: "invalid", text };
      });
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
