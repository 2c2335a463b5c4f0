import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { repeated } from "../../testdata/rounds.ts";
import { Pairing } from "./pairing.ts";
import type { OpenCall } from "./pairing.ts";

const call = (id: string, sentAt = 0): OpenCall<string> => ({
  id,
  action: "Heartbeat",
  sentAt,
  deadline: sentAt + 1000,
  ref: `record of ${id}`,
  context: `context of ${id}`,
});
const theirs = (receivedAt: number, ref = "r") => ({ action: "Reset", receivedAt, ref });

describe("our CALLs", () => {
  it("pairs an answer once, whatever comes in between", () => {
    const pairing = new Pairing<string>();
    pairing.sent(call("a"));
    pairing.sent(call("b"));
    expect(pairing.answered("b")).toEqual({ kind: "paired", call: call("b") });
    expect(pairing.answered("b")).toMatchObject({
      kind: "duplicate",
      call: { ref: "record of b", action: "Heartbeat" },
    });
    expect(pairing.answered("c")).toEqual({ kind: "unsolicited" });
    expect(pairing.answered(null)).toEqual({ kind: "unsolicited" });
    expect(pairing.answered("__proto__")).toEqual({ kind: "unsolicited" });
    expect(pairing.openCount).toBe(1);
    expect(pairing.answered("a").kind).toBe("paired");
  });

  it("calls an answer late after the time-out, and a second one duplicate", () => {
    const pairing = new Pairing<string>();
    pairing.sent(call("a", 0));
    pairing.sent(call("b", 500));
    expect(pairing.nextDeadline()).toBe(1000);
    expect(pairing.expire(999)).toEqual([]);
    expect(pairing.expire(1000)).toEqual([call("a", 0)]);
    expect(pairing.nextDeadline()).toBe(1500);
    expect(pairing.answered("a")).toMatchObject({ kind: "late", call: { how: "timed-out", sentAt: 0 } });
    expect(pairing.answered("a").kind).toBe("duplicate");
    expect(pairing.answered("b").kind).toBe("paired");
    expect(pairing.nextDeadline()).toBeNull();
  });

  it("hands back what was open when the connection ends, and knows it on the next one", () => {
    const pairing = new Pairing<string>();
    pairing.sent(call("a"));
    expect(pairing.lose().map((each) => each.id)).toEqual(["a"]);
    expect(pairing.lose()).toEqual([]);
    expect(pairing.answered("a")).toMatchObject({ kind: "late", call: { how: "lost" } });
  });

  it("hands back an open CALL whose id is taken by another", () => {
    const pairing = new Pairing<string>();
    expect(pairing.sent(call("a", 1))).toBeUndefined();
    expect(pairing.sent(call("a", 2))).toEqual(call("a", 1));
    expect(pairing.answered("a")).toEqual({ kind: "paired", call: call("a", 2) });
  });

  it("remembers the last ones only", () => {
    const pairing = new Pairing<string>({ remember: 3 });
    for (const id of ["a", "b", "c", "d"]) {
      pairing.sent(call(id));
      pairing.answered(id);
    }
    expect(["a", "b", "c", "d"].map((id) => pairing.answered(id).kind)).toEqual([
      "unsolicited",
      "duplicate",
      "duplicate",
      "duplicate",
    ]);
  });

  it("closes every CALL exactly once, in any order of events", () => {
    const step = fc.record({
      what: fc.constantFrom("send", "answer", "wait", "lose"),
      id: fc.nat({ max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const pairing = new Pairing<number>({ remember: 4 });
        const closed: number[] = [];
        let sent = 0;
        let now = 0;
        for (const { what, id } of steps) {
          now += 300;
          if (what === "send") {
            const displaced = pairing.sent({ ...call(String(id), now), context: sent++ });
            if (displaced !== undefined) closed.push(displaced.context);
          } else if (what === "answer") {
            const match = pairing.answered(String(id));
            if (match.kind === "paired") closed.push(match.call.context);
          } else {
            for (const each of what === "wait" ? pairing.expire(now) : pairing.lose())
              closed.push(each.context);
          }
          expect(closed.length + pairing.openCount).toBe(sent);
        }
        closed.push(...pairing.lose().map((each) => each.context));
        expect(closed.toSorted((a, b) => a - b)).toEqual(Array.from({ length: sent }, (_, i) => i));
      }),
      repeated(100, 20_000),
    );
  });
});

describe("the peer's CALLs", () => {
  it("notices a second CALL while one is open", () => {
    const pairing = new Pairing<never>();
    const clear = { concurrent: false, reused: false, open: false };
    expect(pairing.received("a", theirs(0))).toEqual(clear);
    expect(pairing.received("b", theirs(1))).toEqual({ ...clear, concurrent: true });
    expect(pairing.replied("a", "result")).toMatchObject(theirs(0));
    expect(pairing.replied("a", "result")).toBeUndefined();
    expect(pairing.replied("b", "error")).toMatchObject(theirs(1));
    expect(pairing.received("c", theirs(2))).toEqual(clear);
  });

  it("does not hold a CALL that we never answer against the peer for ever", () => {
    const pairing = new Pairing<never>({ peerTimeout: 1000 });
    pairing.received("a", theirs(0));
    expect(pairing.received("b", theirs(999)).concurrent).toBe(true);
    expect(pairing.received("c", theirs(1999)).concurrent).toBe(false);
    expect(pairing.awaitingReply("a")).toMatchObject(theirs(0));
  });

  it("notices ids that come again, also after a reconnect", () => {
    const pairing = new Pairing<never>({ remember: 2 });
    pairing.received("a", theirs(0, "first"));
    expect(pairing.received("a", theirs(1))).toEqual({ concurrent: true, reused: true, open: true });
    expect(pairing.awaitingReply("a")?.ref).toBe("first");
    pairing.lose();
    expect(pairing.awaitingReply("a")).toBeUndefined();
    expect(pairing.received("a", theirs(2, "third"))).toEqual({
      concurrent: false,
      reused: true,
      open: false,
    });
    expect(pairing.awaitingReply("a")?.ref).toBe("third");
    pairing.received("b", theirs(3));
    pairing.received("c", theirs(4));
    pairing.lose();
    expect(pairing.received("a", theirs(5)).reused).toBe(false);
  });

  it("knows which result the peer could not take, once", () => {
    const pairing = new Pairing<never>();
    pairing.received("a", theirs(0, "first"));
    expect(pairing.resultRefused("a")).toEqual({ kind: "unsolicited" });
    pairing.replied("a", "result");
    expect(pairing.resultRefused("a")).toMatchObject({ kind: "paired", call: { ref: "first" } });
    expect(pairing.resultRefused("a")).toMatchObject({ kind: "duplicate", call: { ref: "first" } });
    pairing.received("b", theirs(1));
    pairing.replied("b", "error");
    expect(pairing.resultRefused("b")).toEqual({ kind: "unsolicited" });
    expect(pairing.resultRefused("c")).toEqual({ kind: "unsolicited" });
  });

  it("lets a SEND come at any time, under an id that is new like that of a CALL", () => {
    const pairing = new Pairing<never>();
    pairing.received("a", theirs(0));
    expect(pairing.receivedSend("b", theirs(1))).toEqual({ reused: false });
    expect(pairing.receivedSend("a", theirs(2))).toEqual({ reused: true });
    expect(pairing.received("b", theirs(3))).toMatchObject({ reused: true, open: false });
    pairing.receivedSend("c", theirs(4));
    expect(pairing.awaitingReply("c")).toBeUndefined();
    expect(pairing.resultRefused("c")).toEqual({ kind: "unsolicited" });
  });

  it("bounds what it keeps of a flood that is never answered", () => {
    const pairing = new Pairing<never>({ remember: 10 });
    for (let i = 0; i < 1000; i++) pairing.received(String(i), theirs(i));
    expect(pairing.awaitingReply("0")).toBeUndefined();
    expect(pairing.awaitingReply("999")).toBeDefined();
  });
});
