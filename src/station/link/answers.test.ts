import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../protocol/model/messages/event.ts";
import { VirtualClock } from "../testing/virtual-clock.ts";
import { arrived, connected, heartbeat, sentTo } from "../testing/connected.ts";

describe("answers", () => {
  it("are paired with action, latency and the record they answer", async () => {
    const { link, peer } = await connected();
    const outcome = link.call("Heartbeat");
    const [call] = await sentTo(peer, 1);
    expect(call).toEqual([2, expect.stringMatching(/^[0-9a-f-]{36}$/), "Heartbeat", {}]);
    peer.socket.send(JSON.stringify([3, call?.[1], heartbeat]));
    expect(await outcome).toEqual({ kind: "result", payload: heartbeat });
    const [sent, got] = link.recorder.records.slice(1);
    expect(sent).toMatchObject({
      kind: "call",
      direction: "out",
      action: "Heartbeat",
      messageId: call?.[1],
      pair: null,
    });
    expect(got).toMatchObject({
      kind: "callResult",
      action: "Heartbeat",
      pair: sent?.id,
      marks: [],
      issues: [],
    });
    expect(got?.latency).toBe((got?.at ?? 0) - (sent?.at ?? 0));
  });

  it("to nothing, twice, and late are marked and change nothing", async () => {
    const clock = new VirtualClock();
    const { link, peer } = await connected({}, { callTimeout: 5 }, { clock });
    peer.socket.send(JSON.stringify([3, "nothing", heartbeat]));
    await arrived(link, 1);

    const first = link.call("Heartbeat");
    const answer = JSON.stringify([3, (await sentTo(peer, 1))[0]?.[1], heartbeat]);
    peer.socket.send(answer);
    peer.socket.send(answer);
    expect((await first).kind).toBe("result");
    await arrived(link, 3);

    const outcomes: Outcome[] = [];
    link.link.call("Heartbeat", {}, (outcome) => outcomes.push(outcome));
    const lateId = (await sentTo(peer, 2))[1]?.[1];
    clock.advance(4999);
    expect(outcomes).toEqual([]);
    clock.advance(1);
    expect(outcomes).toEqual([{ kind: "timeout" }]);
    peer.socket.send(JSON.stringify([3, lateId, heartbeat]));
    peer.socket.send(JSON.stringify([4, lateId, "InternalError", "", {}]));
    const records = await arrived(link, 5);
    expect(records.map((each) => each.marks)).toEqual([
      ["unsolicited"],
      [],
      ["duplicate"],
      ["late"],
      ["duplicate"],
    ]);
    expect(records.map((each) => each.action)).toEqual([null, ...Array<string>(4).fill("Heartbeat")]);
    expect(records[3]?.latency).toBe(5000);
    expect(outcomes).toHaveLength(1);
  });

  it("each CALL has its own deadline, though one timer serves them all", async () => {
    const clock = new VirtualClock();
    const { link } = await connected({}, { callTimeout: 10 }, { clock });
    const told: string[] = [];
    link.link.call("Heartbeat", {}, (outcome) => told.push(`first ${outcome.kind}`));
    clock.advance(4000);
    link.link.call("Heartbeat", {}, (outcome) => told.push(`second ${outcome.kind}`));
    clock.advance(6000);
    expect(told).toEqual(["first timeout"]);
    clock.advance(3999);
    expect(told).toHaveLength(1);
    clock.advance(1);
    expect(told).toEqual(["first timeout", "second timeout"]);
  });

  it("that are CALLERRORs with an odd id or code", async () => {
    const { link, peer } = await connected();
    const outcome = link.call("Heartbeat");
    const id = (await sentTo(peer, 1))[0]?.[1];
    for (const odd of [null, "", "-1"]) peer.socket.send(JSON.stringify([4, odd, "InternalError", "", {}]));
    peer.socket.send(JSON.stringify([4, id, "OccurenceConstraintViolation", "said 1.6", { a: 1 }]));
    expect(await outcome).toMatchObject({
      kind: "error",
      code: "OccurenceConstraintViolation",
      details: { a: 1 },
    });
    const records = await arrived(link, 4);
    expect(records.map((each) => each.marks)).toEqual([
      ["unsolicited"],
      ["unsolicited"],
      ["unsolicited"],
      [],
    ]);
    expect(records.map((each) => each.messageId)).toEqual([null, "", "-1", id]);
    expect(records[3]).toMatchObject({
      error: "OccurenceConstraintViolation",
      issues: [{ rule: "error-code" }],
    });
    expect(records[0]?.issues).toEqual([]);
  });

  it("that are unreadable settle their CALL at once", async () => {
    const { link, peer } = await connected();
    for (const broken of ['[3,"ID",{', '[3,"ID",[]]', '[4,"ID","InternalError","",null]', '[3,"ID"]']) {
      const before = peer.received.length;
      const outcome = link.call("Heartbeat");
      const id = String((await sentTo(peer, before + 1))[before]?.[1]);
      peer.socket.send(broken.replace("ID", id));
      expect(await outcome).toMatchObject({ kind: "invalid" });
      expect(link.recorder.records.at(-1)).toMatchObject({
        kind: "fault",
        action: "Heartbeat",
        messageId: id,
      });
      expect(link.recorder.records.at(-1)?.pair).not.toBeNull();
    }
    expect(peer.received).toHaveLength(4);
  });

  it("that break the schema: enforce refuses, report notes, off does not look", async () => {
    for (const policy of ["enforce", "report", "off"] as const) {
      const { link, peer } = await connected({}, { policies: { in: policy, out: "report" } });
      const outcome = link.call("Heartbeat");
      const id = (await sentTo(peer, 1))[0]?.[1];
      peer.socket.send(JSON.stringify([3, id, { currentTime: 5 }]));
      expect((await outcome).kind).toBe(policy === "enforce" ? "invalid" : "result");
      expect(link.recorder.records.at(-1)?.issues.length).toBe(policy === "off" ? 0 : 1);
    }
  });
});
