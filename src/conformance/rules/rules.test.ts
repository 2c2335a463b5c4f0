import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Dialect } from "../../../protocol/dialect.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import { member } from "../context/exchange.ts";
import { answer, call, frame, request } from "../testing/frames.ts";
import { judgeRules, rules } from "./all.ts";

const timeout = 1000;

/** Ids of the rules that are red over these frames. */
function red(frames: FrameRecord[], earlier: FrameRecord[] = [], dialect: Dialect = "2.0.1"): string[] {
  return judgeRules(dialect, { frames, earlier, timeout }).flatMap(({ rule, finding }) =>
    finding.ok ? [] : [rule.id],
  );
}

/** Ids of the rules that had something to judge. */
function judged(frames: FrameRecord[]): string[] {
  return judgeRules("2.0.1", { frames, earlier: [], timeout }).map(({ rule }) => rule.id);
}

const issue = {
  pointer: "/status",
  rule: "enum",
  severity: "error",
  code: "X",
  expected: "one of A, B",
} as const;

test("each rule that a layer has is judged", async () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" });
  const layers = files.filter((file) => /\/.*(?<!\.red|\.test)\.ts$/.test(file));
  const held = await Promise.all(
    layers.map(async (file) => Object.values((await import(join(import.meta.dirname, file))) as object)),
  );
  const found = held.flat().filter((each: unknown) => member(each, "citations") !== undefined);
  expect(new Set(found)).toEqual(new Set(rules));
  expect(rules.map((rule) => rule.id)).toHaveLength(new Set(rules.map((rule) => rule.id)).size);
});

test("each rule cites a requirement for each dialect that it is for", () => {
  for (const rule of rules) {
    const citations = Object.values(rule.citations);
    expect(citations.length, rule.id).toBeGreaterThan(0);
    for (const { requirement } of citations) expect(requirement, rule.id).toMatch(/\S/);
  }
});

test("no frames, nothing to say", () => {
  expect(judged([])).toEqual([]);
});

test("a dialogue in order is green", () => {
  const open = frame({ kind: "opened", direction: "out" });
  const boot = request("BootNotification");
  const accepted = answer(boot, {
    status: "Accepted",
    interval: 1,
    currentTime: new Date(boot.at).toISOString(),
  });
  const question = call("GetVariables", "a");
  const reply = answer(question, {});
  expect(red([open, boot, accepted, question, reply])).toEqual([]);
});

describe("answers", () => {
  test("none at all", () => {
    expect(red([request("Heartbeat")])).toEqual(["answered"]);
  });

  test("none before we ended the connection ourselves, within the time-out", () => {
    const open = request("Heartbeat");
    const closed = frame({ kind: "closed", direction: "out", at: open.at + timeout - 1 });
    expect(judged([open, closed])).not.toContain("answered");
    expect(red([open, { ...closed, at: open.at + timeout }])).toEqual(["answered"]);
  });

  test("none, since the CSMS ended the connection", () => {
    expect(red([request("Heartbeat"), frame({ kind: "closed", direction: "in" })])).toEqual(["answered"]);
  });

  test("late", () => {
    const open = request("Heartbeat");
    expect(red([open, answer(open, {}, { marks: ["late"] })])).toEqual(["answered"]);
  });

  test("twice", () => {
    const open = request("StatusNotification");
    expect(red([open, answer(open, {}), answer(open, {}, { marks: ["duplicate"] })])).toEqual([
      "no-unsolicited-answer",
    ]);
  });

  test("under another id", () => {
    const open = request("StatusNotification");
    const stray = frame({
      kind: "callResult",
      messageId: "other",
      raw: '[3,"other",{}]',
      marks: ["unsolicited"],
    });
    expect(red([open, stray])).toEqual(["answered", "no-unsolicited-answer"]);
  });

  test("an error, with a code that the version knows", () => {
    const open = request("StatusNotification");
    expect(red([open, answer(open, {}, { kind: "callError", error: "InternalError" })])).toEqual([
      "no-call-error",
    ]);
  });

  test("an error with a code of its own", () => {
    const open = request("StatusNotification");
    const error = answer(
      open,
      {},
      { kind: "callError", error: "Oops", issues: [{ ...issue, rule: "error-code" }] },
    );
    expect(red([open, error])).toEqual(["no-call-error", "error-codes"]);
  });

  test("unreadable", () => {
    const open = request("StatusNotification");
    expect(red([open, answer(open, {}, { kind: "fault", error: "wrong-length" })])).toEqual(["readable"]);
  });

  test("a request that our own validation kept back needs none", () => {
    expect(judged([request("Heartbeat", { marks: ["refused-by-policy"] })])).not.toContain("answered");
  });
});

describe("messages", () => {
  test("break the schema", () => {
    expect(red([call("Reset", "a", { issues: [issue] })])).toEqual(["schema"]);
  });

  test("break the text of the standard", () => {
    const bad = call("SetChargingProfile", "a", { issues: [{ ...issue, requirement: "1.6 §7.13" }] });
    expect(red([bad], [], "1.6J")).toEqual(["message-rules"]);
    expect(red([bad])).toEqual(["message-rules"]);
  });

  test("write a time with too many decimals, or not in UTC", () => {
    const decimals = { ...issue, rule: "timestampDecimals", requirement: "Part 2 §3.1" } as const;
    const zone = { ...decimals, rule: "timestampZone", severity: "warning" } as const;
    const reds = (...issues: (typeof decimals | typeof zone)[]): string[] =>
      red([call("Reset", "a", { issues })]);
    expect(reds(decimals)).toEqual(["time-decimals"]);
    expect(reds(zone)).toEqual(["message-advice"]);
    expect(reds(decimals, zone)).toEqual(["time-decimals", "message-advice"]);
  });

  test("do otherwise than recommended", () => {
    expect(red([call("Reset", "a", { issues: [{ ...issue, severity: "warning" }] })])).toEqual([
      "message-advice",
    ]);
  });
});

describe("requests of the CSMS", () => {
  test("two at once", () => {
    const first = call("GetVariables", "a");
    const second = call("GetReport", "b");
    expect(red([first, second, answer(first, {}), answer(second, {})])).toEqual(["one-call-at-a-time"]);
  });

  test("two at once on different connections are two stories", () => {
    expect(red([call("GetVariables", "a"), call("GetVariables", "b", { connection: "c2" })])).toEqual([]);
  });

  test("an id again, in the case or in an earlier one", () => {
    const first = call("GetVariables", "a");
    const reply = answer(first, {});
    const second = call("GetReport", "a");
    expect(red([first, reply, second])).toEqual(["unique-message-ids"]);
    expect(red([second], [first, reply])).toEqual(["unique-message-ids"]);
  });

  test("the same text again is a retry", () => {
    expect(red([call("GetVariables", "a", { connection: "c2" })], [call("GetVariables", "a")])).toEqual([]);
  });
});

describe("boot", () => {
  const booted = (status: string): FrameRecord[] => {
    const boot = request("BootNotification");
    return [boot, answer(boot, { status, interval: 1, currentTime: new Date(boot.at).toISOString() })];
  };

  test("remote start while Pending", () => {
    expect(red([...booted("Pending"), call("RequestStartTransaction", "a")])).toEqual(["pending-obeyed"]);
    expect(red([...booted("Pending"), call("GetVariables", "a")])).toEqual([]);
    expect(red([...booted("Pending"), ...booted("Accepted"), call("RequestStartTransaction", "a")])).toEqual(
      [],
    );
  });

  test("anything while Rejected", () => {
    expect(red([...booted("Rejected"), call("GetVariables", "a")])).toEqual(["rejected-obeyed"]);
  });

  test("connection closed by the CSMS while Pending", () => {
    expect(red([...booted("Pending"), frame({ kind: "closed", direction: "in" })])).toEqual([
      "pending-kept-open",
    ]);
    expect(red([...booted("Pending"), frame({ kind: "closed", direction: "out" })])).toEqual([]);
  });

  test("a clock that is wrong", () => {
    const boot = request("BootNotification");
    const at = (minutes: number): string => new Date(boot.at + minutes * 60_000).toISOString();
    expect(red([boot, answer(boot, { currentTime: at(4) })])).toEqual([]);
    expect(red([boot, answer(boot, { currentTime: at(-6) })])).toEqual(["current-time"]);
    expect(red([boot, answer(boot, { currentTime: "noon" })])).toEqual(["current-time"]);
  });
});

test("a sub-protocol that was not offered", () => {
  const refused = (echoed: string | null): FrameRecord =>
    frame({ kind: "refused", error: "101", raw: JSON.stringify({ text: "…", echoed }) });
  expect(red([refused("ocpp1.5")])).toEqual(["subprotocol"]);
  expect(judged([refused(null)])).toEqual([]);
});
