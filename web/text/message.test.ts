import { describe, expect, it } from "vitest";
import { answer, frame } from "../testing/frame.ts";
import { linkText } from "./link-text.ts";
import { messageOf, statusWord, summary } from "./message.ts";
import { frameStatus, unansweredAfter } from "./status.ts";

describe("message", () => {
  it("finds the payload of each type of frame", () => {
    expect(messageOf(frame(1))?.payload).toEqual({});
    expect(messageOf(answer(2, 1))?.payloadPath).toEqual(["2"]);
    const error = messageOf(frame(3, { raw: '[4,"m","GenericError","why",{"a":1}]' }));
    expect(error).toMatchObject({
      code: "GenericError",
      description: "why",
      payload: { a: 1 },
      payloadPath: ["4"],
    });
  });

  it("shows what cannot be read as it is", () => {
    const broken = frame(1, { kind: "fault", raw: '[2,"x"' });
    expect(messageOf(broken)).toBeNull();
    expect(summary(broken)).toBe('[2,"x"');
  });

  it("is not fooled by __proto__ members", () => {
    const row = frame(1, { raw: '[3,"m",{"__proto__":{"status":"Accepted"}}]', kind: "callResult" });
    expect(statusWord(row)).toBeUndefined();
  });

  it("says in a few words what a message is about", () => {
    const raw = JSON.stringify([
      2,
      "m",
      "TransactionEvent",
      {
        eventType: "Started",
        triggerReason: "CablePluggedIn",
        transactionInfo: { transactionId: "t", chargingState: "EVConnected" },
        evse: { id: 1 },
      },
    ]);
    expect(summary(frame(1, { raw }))).toBe("Started · CablePluggedIn · EVConnected · evse 1");
    expect(summary(answer(2, 1, { raw: '[3,"m",{"idTagInfo":{"status":"Blocked"}}]' }))).toBe("");
  });

  it("explains link records", () => {
    expect(linkText(frame(1, { kind: "refused", raw: '{"url":"ws://x","text":"401","code":null}' }))).toBe(
      "ws://x · 401",
    );
  });
});

describe("status", () => {
  const now = frame(1).at;
  it.each([
    ["a request without an answer yet", frame(1), now, "Pending", "warn"],
    ["a request that nobody answered", frame(1), now + unansweredAfter, "No answer", "bad"],
    [
      "a request that got a CALLERROR",
      frame(1, { answer: { id: "2", kind: "callError", latency: 1, error: "NotImplemented" } }),
      now,
      "NotImplemented",
      "bad",
    ],
    [
      "an answer with a status",
      answer(2, 1, { raw: '[3,"m",{"status":"Rejected"}]' }),
      now,
      "Rejected",
      "warn",
    ],
    [
      "an answer that is not valid",
      answer(2, 1, {
        raw: '[3,"m",{"status":"accepted"}]',
        issues: [{ pointer: "/status", rule: "enum", severity: "error", code: "X", expected: "y" }],
      }),
      now,
      "accepted",
      "bad",
    ],
    ["an answer without one", answer(2, 1), now, "OK", "neutral"],
    ["an unreadable text", frame(1, { kind: "fault", error: "not-json" }), now, "not-json", "bad"],
    ["a closed link", frame(1, { kind: "closed", error: "1006" }), now, "Closed 1006", "neutral"],
  ])("tells %s", (_, row, at, text, tone) =>
    expect(frameStatus(row, undefined, at)).toMatchObject({ text, tone }),
  );

  it("takes a request's status from its answer when that is loaded", () => {
    const request = frame(1, { answer: { id: "2", kind: "callResult", latency: 1, error: null } });
    expect(
      frameStatus(request, answer(2, 1, { raw: '[3,"m",{"idTokenInfo":{"status":"Accepted"}}]' }), now).text,
    ).toBe("Accepted");
  });
});
