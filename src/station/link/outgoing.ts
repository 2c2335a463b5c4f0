import { decode, encode, payloadOf } from "../../../protocol/wire/codec.ts";
import { MessageType } from "../../../protocol/wire/frame.ts";
import type { CallError, CallResultError, Frame, JsonObject } from "../../../protocol/wire/frame.ts";
import type { Issue } from "../../../protocol/validate/issue.ts";
import { refusal } from "../../../protocol/validate/refusal.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import { finish, issueText, record } from "./channel.ts";
import type { Channel, Done } from "./channel.ts";
import { wrongKind } from "./wrong-kind.ts";

/** The way of a frame to the CSMS: validate, encode, record, send; and the time-out of our CALLs. */
export class Outgoing {
  readonly #channel: Channel;
  #cancelTimer: (() => void) | null = null;
  #timerAt = 0;

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  call(action: string, payload: JsonObject, done: Done): string {
    const channel = this.#channel;
    const id = channel.parts.nextMessageId();
    if (!channel.isOpen()) {
      done({ kind: "not-sent", reason: "The station is offline.", offline: true });
      return id;
    }
    const text = this.#encode({ kind: "call", id, action, payload });
    if (text === null) {
      done({ kind: "not-sent", reason: "The payload cannot be written as JSON." });
      return id;
    }
    const issues = this.#requestIssues("call", action, payload);
    const entry = this.#record("call", text, action, id, issues);
    const refusal = this.#refusal(issues);
    if (refusal !== undefined) {
      refuse(entry, refusal);
      done({ kind: "not-sent", reason: `Validation refused it: ${issueText(refusal)}.` });
      return id;
    }
    this.#await(id, action, entry, done);
    channel.write(text);
    return id;
  }

  send(action: string, payload: JsonObject): void {
    const channel = this.#channel;
    if (!channel.isOpen()) return;
    const { dialect, messageTypes } = channel.entry;
    if (!messageTypes.includes(MessageType.send))
      return this.#notice(`${action} was not sent: ${dialect} has no SEND.`);
    const id = channel.parts.nextMessageId();
    const text = this.#encode({ kind: "send", id, action, payload });
    if (text === null) return this.#notice(`The payload of ${action} cannot be written as JSON.`);
    const issues = this.#requestIssues("send", action, payload);
    const entry = this.#record("send", text, action, id, issues);
    const refusal = this.#refusal(issues);
    if (refusal !== undefined) return refuse(entry, refusal);
    channel.write(text);
  }

  reply(callId: string, payload: JsonObject): void {
    const channel = this.#channel;
    const call = channel.pairing.awaitingReply(callId);
    if (call === undefined || !channel.isOpen()) return;
    const text = this.#encode({ kind: "callResult", id: callId, payload });
    if (text === null) {
      return this.replyError(
        callId,
        channel.entry.errorCodes.internal,
        "The answer cannot be written as JSON.",
        {},
      );
    }
    const validator = channel.entry.validator();
    const judged = channel.parts.config.policies.out !== "off" && validator.knows(call.action);
    const issues = judged ? validator.response(call.action, payload) : none;
    const entry = this.#record("callResult", text, call.action, callId, issues);
    const refusal = this.#refusal(issues);
    if (refusal !== undefined) {
      refuse(entry, refusal);
      const description = `The station's own answer is invalid: ${issueText(refusal)}`;
      return this.replyError(callId, channel.entry.errorCodes.internal, description, {});
    }
    entry.pair = call.ref;
    entry.latency = entry.at - call.receivedAt;
    channel.pairing.replied(callId, "result");
    channel.write(text);
  }

  replyError(callId: string, code: string, description: string, details: JsonObject): void {
    const call = this.#channel.pairing.replied(callId, "error");
    if (call === undefined) return;
    this.writeError({ kind: "callError", id: callId, code, description, details }, call);
  }

  /**
   * A CALLERROR, also one that answers a text whose CALL could not be read; or the CALLRESULTERROR of 2.1.
   * @param call what it is about: a CALL of the CSMS, or our own whose answer cannot be taken
   */
  writeError(
    error: CallError | CallResultError,
    call: { action: string | null; ref: string; receivedAt?: number },
  ): void {
    const channel = this.#channel;
    if (!channel.isOpen()) return;
    // Part 4 §4.2.3: at most 255 characters of description.
    const frame = { ...error, description: error.description.slice(0, 255) };
    const text = this.#encode(frame) ?? encode({ ...frame, details: {} });
    const entry = this.#record(frame.kind, text, call.action, frame.id, none);
    entry.error = frame.code;
    entry.pair = call.ref;
    if (call.receivedAt !== undefined) entry.latency = entry.at - call.receivedAt;
    channel.write(text);
  }

  /** Sends a text as it is. What it is taken for is noted, and an answer to it will find it. */
  sendRaw(text: string): void {
    const channel = this.#channel;
    if (!channel.isOpen()) return this.#notice("Nothing was sent: the station is offline.");
    const entry = record(channel, "out", "fault", text);
    entry.marks.push("crafted");
    const frame = decode(text, { messageTypes: channel.entry.messageTypes });
    entry.kind = frame.kind;
    entry.messageId = frame.id ?? null;
    switch (frame.kind) {
      case "fault":
        entry.error = frame.reason;
        break;
      case "call":
      case "send":
        entry.action = frame.action;
        entry.issues = this.#requestIssues(frame.kind, frame.action, payloadOf(frame));
        if (frame.kind === "call") this.#await(frame.id, frame.action, entry, ignore);
        break;
      case "callResultError": {
        entry.error = frame.code;
        const call = channel.pairing.settledCall(frame.id);
        if (call === undefined) break;
        entry.action = call.action;
        entry.pair = call.ref;
        break;
      }
      case "callError":
      case "callResult": {
        if (frame.kind === "callError") entry.error = frame.code;
        const call =
          frame.id === null
            ? undefined
            : channel.pairing.replied(frame.id, frame.kind === "callResult" ? "result" : "error");
        if (call === undefined) break;
        entry.action = call.action;
        entry.pair = call.ref;
        entry.latency = entry.at - call.receivedAt;
        break;
      }
    }
    channel.write(text);
  }

  /** The connection ended: nothing that is open will be answered. */
  lose(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    for (const call of this.#channel.pairing.lose()) finish(this.#channel, call.context, { kind: "lost" });
  }

  #await(id: string, action: string, entry: FrameRecord, done: Done): void {
    const { pairing, parts } = this.#channel;
    const deadline = entry.at + parts.config.callTimeout * 1000;
    const displaced = pairing.sent({ id, action, sentAt: entry.at, deadline, ref: entry.id, context: done });
    if (this.#cancelTimer === null || deadline < this.#timerAt) this.#arm(deadline);
    if (displaced !== undefined) finish(this.#channel, displaced.context, { kind: "lost" });
  }

  // One timer per link, for the earliest deadline. It is left running when its CALL is answered: on the hot path that is
  // cheaper than setting and clearing one for each CALL.
  #arm(at: number): void {
    this.#cancelTimer?.();
    this.#timerAt = at;
    this.#cancelTimer = this.#channel.parts.clock.setTimer(at, () => {
      this.#cancelTimer = null;
      const { pairing, parts } = this.#channel;
      const expired = pairing.expire(Math.max(at, parts.clock.now()));
      const next = pairing.nextDeadline();
      if (next !== null) this.#arm(next);
      for (const call of expired) finish(this.#channel, call.context, { kind: "timeout" });
    });
  }

  #record(
    kind: FrameRecord["kind"],
    text: string,
    action: string | null,
    messageId: string | null,
    issues: Issue[],
  ): FrameRecord {
    const entry = record(this.#channel, "out", kind, text);
    entry.action = action;
    entry.messageId = messageId;
    if (issues.length > 0) entry.issues = issues;
    return entry;
  }

  #requestIssues(kind: "call" | "send", action: string, payload: JsonObject): Issue[] {
    const { entry, parts } = this.#channel;
    if (parts.config.policies.out === "off") return none;
    const wrong = wrongKind(entry, kind, action);
    const issues = entry.validator().request(action, payload);
    return wrong.length === 0 ? issues : [...wrong, ...issues];
  }

  #refusal(issues: readonly Issue[]): Issue | undefined {
    if (issues.length === 0 || this.#channel.parts.config.policies.out !== "enforce") return undefined;
    return refusal(issues);
  }

  /** Null when the payload is not plain JSON data; it came from an operator or a script then. */
  #encode(frame: Frame): string | null {
    try {
      return encode(frame);
    } catch {
      return null;
    }
  }

  #notice(text: string): void {
    this.#channel.parts.listener.notice?.("warning", text);
  }
}

const none: Issue[] = [];
const ignore: Done = () => {};

/** It never reaches the wire; the journal keeps what would have been sent, and why it was not. */
function refuse(entry: FrameRecord, issue: Issue): void {
  entry.marks.push("refused-by-policy");
  entry.error = issue.code;
}
