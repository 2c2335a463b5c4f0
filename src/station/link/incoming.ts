import { answerToFault } from "../../../protocol/wire/answer-to-fault.ts";
import { decode, payloadOf } from "../../../protocol/wire/codec.ts";
import type { Outcome } from "../../../protocol/model/messages/event.ts";
import { MessageType } from "../../../protocol/wire/frame.ts";
import { refusal } from "../../../protocol/validate/refusal.ts";
import type {
  Call,
  CallError,
  CallResult,
  CallResultError,
  Fault,
  Send,
} from "../../../protocol/wire/frame.ts";
import type { OpenCall } from "../../../protocol/wire/pairing.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import { failed, finish, issueText, record } from "./channel.ts";
import type { Channel, Done } from "./channel.ts";
import type { Outgoing } from "./outgoing.ts";
import { wrongKind, wrongSender } from "./wrong-kind.ts";

/** The way of a frame from the CSMS: record, decode, pair, validate, hand on. */
export class Incoming {
  readonly #channel: Channel;
  readonly #outgoing: Outgoing;
  readonly #options: { messageTypes: readonly number[] };

  constructor(channel: Channel, outgoing: Outgoing) {
    this.#channel = channel;
    this.#outgoing = outgoing;
    this.#options = { messageTypes: channel.entry.messageTypes };
  }

  /** A text frame. Never throws. */
  receive(text: string): void {
    const entry = record(this.#channel, "in", "fault", text);
    const frame = decode(text, this.#options);
    entry.kind = frame.kind;
    entry.messageId = frame.id ?? null;
    switch (frame.kind) {
      case "call":
        return this.#called(frame, entry);
      case "callResult":
      case "callError":
        return this.#answered(frame, entry);
      case "send":
        return this.#sent(frame, entry);
      case "callResultError":
        return this.#resultRefused(frame, entry);
      case "fault":
        return this.#unreadable(frame, entry);
    }
  }

  /** A binary frame, which OCPP-J has not. Kept as base64. */
  receiveBinary(data: Buffer): void {
    const entry = record(this.#channel, "in", "fault", data.toString("base64"));
    entry.size = data.length;
    entry.marks.push("base64");
    this.#unreadable(
      { kind: "fault", reason: "binary", text: "A binary WebSocket frame, OCPP-J uses text." },
      entry,
    );
  }

  #called(frame: Call, entry: FrameRecord): void {
    const { pairing, entry: dialect, parts } = this.#channel;
    entry.action = frame.action;
    const arrival = pairing.received(frame.id, { action: frame.action, receivedAt: entry.at, ref: entry.id });
    if (arrival.concurrent) entry.marks.push("concurrent");
    if (arrival.reused) entry.marks.push("reused-id");
    if (arrival.open) {
      // Part 4 §4.2.3: an id that is being handled already is not a proper message.
      const text = "A CALL with this message id is still being handled.";
      const call = { action: frame.action, ref: entry.id, receivedAt: entry.at };
      const error = { id: frame.id, code: dialect.unreadable.code, description: text, details: {} };
      return this.#outgoing.writeError({ kind: "callError", ...error }, call);
    }
    const payload = payloadOf(frame);
    const policy = parts.config.policies.in;
    const validator = dialect.validator();
    if (!validator.knows(frame.action)) {
      if (policy !== "off") entry.issues = validator.request(frame.action, payload);
      return this.#refuse(
        frame.id,
        dialect.errorCodes.notImplemented,
        `The action ${frame.action} is not known.`,
      );
    }
    if (validator.sender(frame.action) === "station") {
      const text = `${frame.action} is sent by stations, not by a CSMS.`;
      return this.#refuse(frame.id, dialect.errorCodes.notSupported, text);
    }
    if (policy !== "off") {
      const issues = validator.request(frame.action, frame.payload);
      if (issues.length > 0) entry.issues = issues;
      const error = policy === "enforce" ? refusal(issues) : undefined;
      if (error !== undefined) return this.#refuse(frame.id, error.code, issueText(error));
    }
    try {
      parts.listener.called(frame.id, frame.action, payload);
    } catch (thrown) {
      failed(this.#channel, `The station failed while handling ${frame.action}`, thrown);
      this.#refuse(frame.id, dialect.errorCodes.internal, "The station failed while handling this CALL.");
    }
  }

  #refuse(id: string, code: string, text: string): void {
    this.#outgoing.replyError(id, code, text, {});
  }

  #answered(frame: CallResult | CallError, entry: FrameRecord): void {
    if (frame.kind === "callError") this.#noteError(frame.code, entry);
    const paired = this.#pair(frame.id, entry);
    if (paired === null) return;
    finish(this.#channel, paired.context, this.#outcome(frame, paired, entry));
  }

  /** Notes which CALL is answered. Returns it if it was open, null if nobody waits. */
  #pair(id: string | null, entry: FrameRecord): OpenCall<Done> | null {
    const match = this.#channel.pairing.answered(id);
    if (match.kind === "unsolicited") {
      entry.marks.push("unsolicited");
      return null;
    }
    entry.action = match.call.action;
    entry.pair = match.call.ref;
    entry.latency = entry.at - match.call.sentAt;
    if (match.kind === "paired") return match.call;
    entry.marks.push(match.kind);
    return null;
  }

  #outcome(frame: CallResult | CallError, call: OpenCall<Done>, entry: FrameRecord): Outcome {
    if (frame.kind === "callError") {
      return { kind: "error", code: frame.code, description: frame.description, details: frame.details };
    }
    const payload = payloadOf(frame);
    const policy = this.#channel.parts.config.policies.in;
    const validator = this.#channel.entry.validator();
    if (policy !== "off" && validator.knows(call.action)) {
      const issues = validator.response(call.action, frame.payload);
      if (issues.length > 0) entry.issues = issues;
      const error = policy === "enforce" ? refusal(issues) : undefined;
      if (error !== undefined) {
        const { id } = frame;
        this.#refuseResult(
          { kind: "callResultError", id, code: error.code, description: issueText(error), details: {} },
          call,
        );
        return { kind: "invalid", text: issueText(error) };
      }
    }
    return { kind: "result", payload };
  }

  /** Part 2 FR.06 of 2.1, Part 4 §4.2.3: an answer that cannot be taken is told so, where the dialect has a frame for it. */
  #refuseResult(error: CallResultError, { action, ref }: OpenCall<Done>): void {
    if (this.#channel.entry.messageTypes.includes(MessageType.callResultError))
      this.#outgoing.writeError(error, { action, ref });
  }

  /** Part 4 §4.2.4: a SEND is never answered, not even when it is wrong. */
  #sent(frame: Send, entry: FrameRecord): void {
    const { entry: dialect, pairing, parts } = this.#channel;
    const payload = payloadOf(frame);
    entry.action = frame.action;
    const send = { action: frame.action, receivedAt: entry.at, ref: entry.id };
    if (pairing.receivedSend(frame.id, send).reused) entry.marks.push("reused-id");
    if (parts.config.policies.in !== "off")
      entry.issues = [
        ...wrongKind(dialect, "send", frame.action),
        ...wrongSender(dialect, frame.action),
        ...dialect.validator().request(frame.action, frame.payload),
      ];
    if (parts.config.policies.in === "enforce" && refusal(entry.issues) !== undefined) {
      entry.marks.push("refused-by-policy");
      return;
    }
    try {
      parts.listener.sent(frame.action, payload);
    } catch (thrown) {
      failed(this.#channel, `The station failed while handling ${frame.action}`, thrown);
    }
  }

  #resultRefused(frame: CallResultError, entry: FrameRecord): void {
    this.#noteError(frame.code, entry);
    const match = this.#channel.pairing.resultRefused(frame.id);
    if (match.kind !== "paired") entry.marks.push(match.kind);
    if (match.kind !== "unsolicited") {
      entry.action = match.call.action;
      entry.pair = match.call.ref;
    }
    const action = entry.action ?? "an unknown action";
    this.#notice("warning", `The CSMS refused our answer to ${action}: ${frame.code} ${frame.description}`);
  }

  #unreadable(fault: Fault, entry: FrameRecord): void {
    entry.error = fault.reason;
    const answer = answerToFault(fault, this.#channel.entry);
    const { messageType, id } = fault;
    if (
      id !== undefined &&
      (messageType === MessageType.callResult || messageType === MessageType.callError)
    ) {
      // It answers, though nobody can read what: waiting for the time-out would gain nothing.
      const call = this.#pair(id, entry);
      if (call === null) return;
      if (answer?.kind === "callResultError") this.#refuseResult(answer, call);
      return finish(this.#channel, call.context, { kind: "invalid", text: fault.text });
    }
    if (answer === null) return;
    this.#outgoing.writeError(answer, { action: null, ref: entry.id, receivedAt: entry.at });
  }

  /** J 1.6 §4.2.3, Part 4 §4.3: the code comes from the version's table. The pointer is into the frame. */
  #noteError(code: string, entry: FrameRecord): void {
    entry.error = code;
    const { legal, generic } = this.#channel.entry.errorCodes;
    if (this.#channel.parts.config.policies.in === "off" || legal.includes(code)) return;
    entry.issues = [
      {
        pointer: "/2",
        rule: "error-code",
        severity: "error",
        code: generic,
        expected: `one of ${legal.join(", ")}`,
        actual: code.slice(0, 80),
      },
    ];
  }

  #notice(level: "warning", text: string): void {
    this.#channel.parts.listener.notice?.(level, text);
  }
}
