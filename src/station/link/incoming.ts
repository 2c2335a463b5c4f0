import { answerToFault } from "../../../protocol/wire/answer-to-fault.ts";
import { decode, payloadOf } from "../../../protocol/wire/codec.ts";
import type { Outcome } from "../../../protocol/model/messages/event.ts";
import type { Issue } from "../../../protocol/validate/issue.ts";
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
import type { FrameRecord } from "../../frames/frame.ts";
import { failed, finish, issueText, record } from "./channel.ts";
import type { Channel, Done } from "./channel.ts";
import type { Outgoing } from "./outgoing.ts";

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
      return this.#outgoing.writeError(frame.id, dialect.unreadable.code, text, {}, call);
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
    if (frame.kind === "callError") {
      entry.error = frame.code;
      if (this.#channel.parts.config.policies.in !== "off") {
        const issue = this.#unknownCode(frame.code);
        if (issue !== null) entry.issues = [issue];
      }
    }
    const paired = this.#pair(frame.id, entry);
    if (paired === null) return;
    finish(this.#channel, paired.done, this.#outcome(frame, paired.action, entry));
  }

  /** Notes which CALL is answered. Returns it if it was open, null if nobody waits. */
  #pair(id: string | null, entry: FrameRecord): { action: string; done: Done } | null {
    const match = this.#channel.pairing.answered(id);
    if (match.kind === "unsolicited") {
      entry.marks.push("unsolicited");
      return null;
    }
    entry.action = match.call.action;
    entry.pair = match.call.ref;
    entry.latency = entry.at - match.call.sentAt;
    if (match.kind === "paired") return { action: match.call.action, done: match.call.context };
    entry.marks.push(match.kind);
    return null;
  }

  #outcome(frame: CallResult | CallError, action: string, entry: FrameRecord): Outcome {
    if (frame.kind === "callError") {
      return { kind: "error", code: frame.code, description: frame.description, details: frame.details };
    }
    const payload = payloadOf(frame);
    const policy = this.#channel.parts.config.policies.in;
    const validator = this.#channel.entry.validator();
    if (policy !== "off" && validator.knows(action)) {
      const issues = validator.response(action, frame.payload);
      if (issues.length > 0) entry.issues = issues;
      const error = policy === "enforce" ? refusal(issues) : undefined;
      if (error !== undefined) return { kind: "invalid", text: issueText(error) };
    }
    return { kind: "result", payload };
  }

  #sent(frame: Send, entry: FrameRecord): void {
    const { entry: dialect, parts } = this.#channel;
    const payload = payloadOf(frame);
    entry.action = frame.action;
    if (parts.config.policies.in !== "off")
      entry.issues = dialect.validator().request(frame.action, frame.payload);
    // N15.FR.02: a SEND is never answered, not even when it is wrong.
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
    entry.error = frame.code;
    const call = this.#channel.pairing.peerCall(frame.id);
    if (call === undefined) entry.marks.push("unsolicited");
    else {
      entry.action = call.action;
      entry.pair = call.ref;
    }
    const action = call?.action ?? "an unknown action";
    this.#notice("warning", `The CSMS refused our answer to ${action}: ${frame.code} ${frame.description}`);
  }

  #unreadable(fault: Fault, entry: FrameRecord): void {
    const { unreadable, errorCodes } = this.#channel.entry;
    entry.error = fault.reason;
    const { messageType, id } = fault;
    if (
      id !== undefined &&
      (messageType === MessageType.callResult || messageType === MessageType.callError)
    ) {
      // It answers, though nobody can read what: waiting for the time-out would gain nothing.
      const paired = this.#pair(id, entry);
      if (paired !== null) finish(this.#channel, paired.done, { kind: "invalid", text: fault.text });
      return;
    }
    const answer = answerToFault(fault, unreadable, errorCodes.formation);
    if (answer === null || answer.id === null) return;
    const call = { action: null, ref: entry.id, receivedAt: entry.at };
    this.#outgoing.writeError(answer.id, answer.code, answer.description, {}, call);
  }

  /** J 1.6 §4.2.3, Part 4 §4.3: the code comes from the version's table. The pointer is into the frame. */
  #unknownCode(code: string): Issue | null {
    const { legal, generic } = this.#channel.entry.errorCodes;
    if (legal.includes(code)) return null;
    return {
      pointer: "/2",
      rule: "error-code",
      severity: "error",
      code: generic,
      expected: `one of ${legal.join(", ")}`,
      actual: code.slice(0, 80),
    };
  }

  #notice(level: "warning", text: string): void {
    this.#channel.parts.listener.notice?.(level, text);
  }
}
