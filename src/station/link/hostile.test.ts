import { afterEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../../protocol/model/event.ts";
import type { FrameRecord } from "../../journal/frame.ts";
import { VirtualClock } from "../clock.ts";
import type { StationConfig } from "../config.ts";
import { HostileServer } from "../testing/hostile-server.ts";
import type { HostileOptions, Peer } from "../testing/hostile-server.ts";
import { TestLink, testConfig } from "../testing/test-link.ts";
import { until } from "../testing/until.ts";

const servers: HostileServer[] = [];
const links: TestLink[] = [];

afterEach(async () => {
  for (const link of links.splice(0)) link.link.cut();
  for (const server of servers.splice(0)) await server.close();
});

type LinkOptions = ConstructorParameters<typeof TestLink>[1];

/** A link that is open to a server, and the server's side of it. */
async function connected(
  server: HostileOptions = {},
  changes: Partial<StationConfig> = {},
  options: LinkOptions = {},
): Promise<{ link: TestLink; peer: Peer; server: HostileServer }> {
  const hostile = await HostileServer.start(server);
  servers.push(hostile);
  const link = new TestLink(testConfig({ url: hostile.url, ...changes }), options);
  links.push(link);
  await link.open();
  return { link, peer: await hostile.peer(), server: hostile };
}

const answering: LinkOptions = {
  called: (link, callId, action) => link.reply(callId, action === "Reset" ? { status: "Accepted" } : {}),
};
const reset = (id: string): string => JSON.stringify([2, id, "Reset", { type: "Immediate" }]);
const heartbeat = { currentTime: "2025-01-01T00:00:00Z" };
const ocpp16 = { dialect: "1.6J" } as const;

/** What arrived from the CSMS, once there are so many. */
async function arrived(link: TestLink, count: number): Promise<FrameRecord[]> {
  const incoming = (): FrameRecord[] => link.recorder.records.filter((each) => each.direction === "in");
  return until(() => incoming().length >= count && incoming());
}

async function sentTo(peer: Peer, count: number): Promise<unknown[][]> {
  await until(() => peer.received.length >= count);
  return peer.received.map((text): unknown[] => JSON.parse(text));
}

/** Type, id, and code or payload of what the station sent. */
async function heads(peer: Peer, count: number): Promise<unknown[][]> {
  return (await sentTo(peer, count)).map((frame) => frame.slice(0, 3));
}

describe("texts that nobody can read", () => {
  it.each<[string, string, string]>([
    ["broken JSON", '[2,"a","Reset",{"type"', "not-json"],
    ["an array of the wrong shape", '[2,"a","Reset"]', "wrong-length"],
    ["no array", '{"action":"Reset"}', "not-an-array"],
    ["an id that is none", '[2,17,"Reset",{}]', "bad-id"],
    ["deep nesting", `[2,"a","Reset",${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}]`, "too-deep"],
    ["a byte order mark", '\ufeff[2,"a","Reset",{}]', "not-json"],
  ])("2.x answers %s", async (_, text, reason) => {
    const { link, peer } = await connected({}, {}, answering);
    peer.socket.send(text);
    peer.socket.send(reset("fine"));
    const id = text.includes('"a"') ? "a" : "-1";
    const [first, second] = await sentTo(peer, 2);
    expect(first).toEqual([4, id, "RpcFrameworkError", expect.any(String), {}]);
    expect(second).toEqual([3, "fine", { status: "Accepted" }]);
    const [fault, reply] = link.recorder.records.slice(1);
    expect(fault).toMatchObject({ kind: "fault", direction: "in", raw: text, error: reason, action: null });
    expect(reply).toMatchObject({ kind: "callError", direction: "out", pair: fault?.id, messageId: id });
    expect(link.calls.map((call) => call.callId)).toEqual(["fine"]);
  });

  it("1.6 answers only what has an id", async () => {
    const { peer } = await connected({}, ocpp16, answering);
    peer.socket.send("[[[");
    peer.socket.send('[2,"a","Reset"]');
    expect(await sentTo(peer, 1)).toEqual([[4, "a", "FormationViolation", expect.any(String), {}]]);
  });

  it("an unknown message type is ignored", async () => {
    const { link, peer } = await connected({}, {}, answering);
    for (const text of ['[9,"a",{}]', '[6,"a","X",{}]', '[5,"a","C","",{}]']) peer.socket.send(text);
    peer.socket.send(reset("fine"));
    expect(await sentTo(peer, 1)).toHaveLength(1);
    expect(link.recorder.records.filter((each) => each.error === "unknown-message-type")).toHaveLength(3);
  });

  it("an id of 10,000 characters is answered under that id", async () => {
    const { link, peer } = await connected({}, {}, answering);
    const id = "x".repeat(10_000);
    peer.socket.send(reset(id));
    const [answer] = await sentTo(peer, 1);
    expect(answer?.slice(0, 3)).toEqual([4, id, "RpcFrameworkError"]);
    expect(link.calls).toEqual([]);
  });

  it("a binary frame is kept as base64", async () => {
    const { link, peer } = await connected();
    peer.socket.send(Buffer.from([0, 255, 254]));
    const [fault] = await arrived(link, 1);
    expect(fault).toMatchObject({ kind: "fault", error: "binary", raw: "AP/+", size: 3, marks: ["base64"] });
  });

  it("__proto__ keys stay data", async () => {
    const { link, peer } = await connected({}, { policies: { in: "off", out: "off" } }, {});
    peer.socket.send('[2,"a","Reset",{"__proto__":{"polluted":true},"type":"Immediate"}]');
    peer.socket.send('[2,"__proto__","__proto__",{"__proto__":{"polluted":true}}]');
    await arrived(link, 2);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(link.calls[0]?.payload["polluted"]).toBeUndefined();
    expect(await heads(peer, 1)).toEqual([[4, "__proto__", "NotImplemented"]]);
  });

  it("20 MB in one frame end with a clear record", async () => {
    const { link, peer } = await connected();
    const outcome = link.call("Heartbeat");
    peer.socket.send("x".repeat(20_000_000));
    expect(await link.ended()).toMatchObject({
      kind: "closed",
      code: 1009,
      text: expect.stringContaining("4 MiB"),
    });
    expect(await outcome).toEqual({ kind: "lost" });
    expect(link.recorder.records.at(-1)).toMatchObject({ kind: "closed", direction: "out", error: "1009" });
  });

  it("text that is not UTF-8, and frames that are not WebSocket, end likewise", async () => {
    const first = await connected();
    first.peer.tcp.write(Buffer.from([0x81, 0x02, 0xc3, 0x28]));
    expect(await first.link.ended()).toMatchObject({ kind: "closed", code: 1007 });
    const second = await connected();
    second.peer.tcp.write(Buffer.from([0xf1, 0x00]));
    expect(await second.link.ended()).toMatchObject({ kind: "closed", code: 1002 });
  });
});

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

describe("CALLs of the CSMS", () => {
  it("within milliseconds of the handshake are not lost", async () => {
    const { link, peer } = await connected(
      { connected: ({ socket }) => socket.send(reset("early")) },
      {},
      answering,
    );
    expect(await sentTo(peer, 1)).toEqual([[3, "early", { status: "Accepted" }]]);
    expect(link.events.slice(0, 2)).toEqual(["connected", "called Reset"]);
  });

  it("in the same packet as the handshake's answer are not lost", async () => {
    const { peer } = await connected(
      {
        connected: ({ socket, tcp }) => {
          tcp.cork();
          socket.send(reset("early"));
          setImmediate(() => tcp.uncork());
        },
      },
      {},
      answering,
    );
    expect(await sentTo(peer, 1)).toEqual([[3, "early", { status: "Accepted" }]]);
  });

  it("several at once are marked and all served", async () => {
    const { link, peer } = await connected();
    for (const id of ["a", "b", "c"]) peer.socket.send(reset(id));
    const records = await arrived(link, 3);
    for (const id of ["b", "a", "c"]) link.link.reply(id, { status: "Accepted" });
    expect((await sentTo(peer, 3)).map((each) => each[1])).toEqual(["b", "a", "c"]);
    expect(records.map((each) => each.marks)).toEqual([[], ["concurrent"], ["concurrent"]]);
    const replies = link.recorder.records.filter((each) => each.kind === "callResult");
    expect(replies.map((each) => each.pair)).toEqual([records[1]?.id, records[0]?.id, records[2]?.id]);
    expect(replies.every((each) => each.action === "Reset" && each.latency !== null)).toBe(true);
  });

  it("with an id that is still being handled are not proper messages", async () => {
    const { link, peer } = await connected();
    peer.socket.send(reset("a"));
    peer.socket.send(reset("a"));
    expect(await heads(peer, 1)).toEqual([[4, "a", "RpcFrameworkError"]]);
    expect(link.calls).toHaveLength(1);
  });

  it("the same again after a reconnect is served and marked", async () => {
    const { link, peer, server } = await connected({}, {}, answering);
    peer.socket.send(reset("a"));
    await sentTo(peer, 1);
    peer.tcp.destroy();
    await link.ended();
    await link.open();
    const again = await server.peer(1);
    again.socket.send(reset("a"));
    expect(await sentTo(again, 1)).toEqual([[3, "a", { status: "Accepted" }]]);
    const calls = link.recorder.records.filter((each) => each.kind === "call");
    expect(calls.map((each) => each.marks)).toEqual([[], ["reused-id"]]);
    expect(new Set(calls.map((each) => each.connection)).size).toBe(2);
  });

  it.each<["enforce" | "report" | "off", unknown[], number, string[]]>([
    ["enforce", [4, "a", "PropertyConstraintViolation"], 0, ["/type"]],
    ["report", [3, "a", { status: "Accepted" }], 1, ["/type"]],
    ["off", [3, "a", { status: "Accepted" }], 1, []],
  ])("that break the schema under %s", async (policy, answer, handedOn, issues) => {
    const { link, peer } = await connected({}, { policies: { in: policy, out: "report" } }, answering);
    peer.socket.send('[2,"a","Reset",{"type":"Now"}]');
    expect(await heads(peer, 1)).toEqual([answer]);
    expect(link.calls).toHaveLength(handedOn);
    const call = link.recorder.records.find((each) => each.kind === "call");
    expect(call?.issues.map((issue) => issue.pointer)).toEqual(issues);
  });

  it("with a payload that is no object are refused under every policy, null counts as empty", async () => {
    const { link, peer } = await connected({}, { policies: { in: "off", out: "off" } }, answering);
    peer.socket.send('[2,"a","Reset",[]]');
    peer.socket.send('[2,"b","ClearCache",null]');
    expect(await heads(peer, 2)).toEqual([
      [4, "a", "FormatViolation"],
      [3, "b", {}],
    ]);
    expect(link.calls).toEqual([{ callId: "b", action: "ClearCache", payload: {} }]);
  });

  it("that nobody knows, or that only stations send", async () => {
    const { link, peer } = await connected();
    peer.socket.send('[2,"a","FlyToTheMoon",{}]');
    peer.socket.send('[2,"b","toString",{}]');
    peer.socket.send('[2,"c","BootNotification",{}]');
    expect(await heads(peer, 3)).toEqual([
      [4, "a", "NotImplemented"],
      [4, "b", "NotImplemented"],
      [4, "c", "NotSupported"],
    ]);
    expect(link.calls).toEqual([]);
  });

  it("whose handler throws get InternalError, and the link goes on", async () => {
    let calls = 0;
    const { link, peer } = await connected(
      {},
      {},
      {
        called: (own, callId) => {
          calls++;
          if (calls === 1) throw new Error("broken on purpose");
          own.reply(callId, { status: "Accepted" });
        },
      },
    );
    peer.socket.send(reset("a"));
    peer.socket.send(reset("b"));
    expect(await heads(peer, 2)).toEqual([
      [4, "a", "InternalError"],
      [3, "b", { status: "Accepted" }],
    ]);
    expect(link.notices).toEqual([expect.stringContaining("broken on purpose")]);
  });

  it("are answered once at most, and not on another connection", async () => {
    const { link, peer, server } = await connected();
    peer.socket.send(reset("a"));
    await arrived(link, 1);
    link.link.reply("a", { status: "Accepted" });
    link.link.reply("a", { status: "Accepted" });
    link.link.reply("never", { status: "Accepted" });
    peer.socket.send(reset("b"));
    await arrived(link, 2);
    peer.tcp.destroy();
    await link.ended();
    link.link.reply("b", { status: "Accepted" });
    await link.open();
    link.link.reply("b", { status: "Accepted" });
    const again = await server.peer(1);
    again.socket.send(reset("c"));
    await until(() => link.calls.length === 3);
    link.link.reply("c", { status: "Accepted" });
    expect(await sentTo(again, 1)).toEqual([[3, "c", { status: "Accepted" }]]);
    expect(peer.received).toHaveLength(1);
  });
});

describe("2.1", () => {
  const dialect = { dialect: "2.1" } as const;

  it("SEND goes both ways without an answer", async () => {
    const { link, peer } = await connected({}, { ...dialect, policies: { in: "off", out: "off" } });
    link.link.send("NotifyPeriodicEventStream", { id: 1 });
    expect(await sentTo(peer, 1)).toEqual([[6, expect.any(String), "NotifyPeriodicEventStream", { id: 1 }]]);
    peer.socket.send('[6,"a","Anything",{"x":1}]');
    await until(() => link.events.includes("sent Anything"));
    peer.socket.send(reset("b"));
    await arrived(link, 2);
    expect(peer.received).toHaveLength(1);
  });

  it("an invalid SEND is dropped under enforce, still without an answer", async () => {
    const { link, peer } = await connected({}, dialect, answering);
    peer.socket.send('[6,"a","Reset",{"type":"Now"}]');
    peer.socket.send(reset("b"));
    expect(await heads(peer, 1)).toEqual([[3, "b", { status: "Accepted" }]]);
    expect(link.events).not.toContain("sent Reset");
    expect((await arrived(link, 2))[0]?.marks).toEqual(["refused-by-policy"]);
  });

  it("CALLRESULTERROR finds the CALL it is about", async () => {
    const { link, peer } = await connected({}, dialect, answering);
    peer.socket.send(reset("a"));
    await sentTo(peer, 1);
    peer.socket.send('[5,"a","FormatViolation","what?",{}]');
    peer.socket.send('[5,"z","FormatViolation","",{}]');
    const [call, first, second] = await arrived(link, 3);
    expect(first).toMatchObject({
      kind: "callResultError",
      action: "Reset",
      error: "FormatViolation",
      pair: call?.id,
    });
    expect(second?.marks).toEqual(["unsolicited"]);
    expect(link.notices[0]).toMatch(/refused our answer to Reset/);
  });
});

describe("our own frames", () => {
  const bad = { reason: "Nonsense" };

  it("that break the schema never reach the wire under enforce", async () => {
    const { link, peer } = await connected({}, { policies: { in: "off", out: "enforce" } });
    expect(await link.call("BootNotification", bad)).toMatchObject({ kind: "not-sent" });
    const record = link.recorder.records.at(-1);
    expect(record).toMatchObject({ kind: "call", action: "BootNotification", marks: ["refused-by-policy"] });
    expect(record?.issues[0]?.code).toBe(record?.error);
    link.link.sendRaw('[3,"marker",{}]');
    expect(await heads(peer, 1)).toEqual([[3, "marker", {}]]);
  });

  it.each([
    ["report", true],
    ["off", false],
  ] as const)("that break the schema are sent under %s", async (policy, noted) => {
    const { link, peer } = await connected({}, { policies: { in: "off", out: policy } });
    link.link.call("BootNotification", bad, () => {});
    expect(await heads(peer, 1)).toEqual([[2, expect.any(String), "BootNotification"]]);
    expect(link.recorder.records.at(-1)?.issues.length !== 0).toBe(noted);
  });

  it("an invalid answer is replaced by InternalError under enforce", async () => {
    const { link, peer } = await connected(
      {},
      { policies: { in: "off", out: "enforce" } },
      {
        called: (own, callId) => own.reply(callId, { status: "Perhaps" }),
      },
    );
    peer.socket.send(reset("a"));
    expect(await heads(peer, 1)).toEqual([[4, "a", "InternalError"]]);
    expect(link.recorder.records.at(-2)).toMatchObject({
      kind: "callResult",
      marks: ["refused-by-policy"],
      pair: null,
    });
  });

  it("crafted texts go out as they are, are marked, and their answers find them", async () => {
    const { link, peer } = await connected();
    const crafted = '[2,"mine" ,"Heartbeat",{"x":1}]';
    link.link.sendRaw(crafted);
    link.link.sendRaw("not JSON at all");
    await until(() => peer.received.length === 2);
    expect(peer.received).toEqual([crafted, "not JSON at all"]);
    peer.socket.send(JSON.stringify([3, "mine", heartbeat]));
    const [answer] = await arrived(link, 1);
    const [first, second] = link.recorder.records.slice(1);
    expect(first).toMatchObject({ kind: "call", raw: crafted, marks: ["crafted"], action: "Heartbeat" });
    expect(first?.issues.length).toBeGreaterThan(0);
    expect(second).toMatchObject({ kind: "fault", marks: ["crafted"], error: "not-json" });
    expect(answer).toMatchObject({ pair: first?.id, marks: [], action: "Heartbeat" });
  });

  it("with the id of a CALL that is open end that one, so that nobody waits for ever", async () => {
    const { link, peer } = await connected({}, {}, { nextMessageId: () => "same" });
    const first = link.call("Heartbeat");
    const second = link.call("Heartbeat");
    expect(await first).toEqual({ kind: "lost" });
    peer.socket.send(JSON.stringify([3, "same", heartbeat]));
    expect((await second).kind).toBe("result");
  });

  it("are not recorded as answers when the link is closing", async () => {
    const { link, peer } = await connected();
    peer.socket.send(reset("a"));
    await arrived(link, 1);
    link.link.close("done");
    link.link.reply("a", { status: "Accepted" });
    link.link.send("Heartbeat", {});
    await link.ended();
    expect(link.recorder.records.map((each) => each.kind)).toEqual(["opened", "call", "closed"]);
  });

  it("are not sent without a link, and one that is no JSON not at all", async () => {
    const { link } = await connected();
    expect(await link.call("Heartbeat", { big: 1n })).toMatchObject({ kind: "not-sent" });
    link.link.close("done");
    expect(await link.call("Heartbeat")).toMatchObject({ kind: "not-sent" });
    link.link.sendRaw("[]");
    expect(link.notices).toEqual([expect.stringContaining("offline")]);
    await link.ended();
    expect(link.recorder.records.map((each) => each.kind)).toEqual(["opened", "closed"]);
  });

  it("an outcome whose handler throws does no harm", async () => {
    const { link, peer } = await connected();
    link.link.call("Heartbeat", {}, () => {
      throw new Error("broken on purpose");
    });
    const id = (await sentTo(peer, 1))[0]?.[1];
    peer.socket.send(JSON.stringify([3, id, heartbeat]));
    await until(() => link.notices.length > 0);
    const next = link.call("Heartbeat");
    peer.socket.send(JSON.stringify([3, (await sentTo(peer, 2))[1]?.[1], heartbeat]));
    expect((await next).kind).toBe("result");
  });
});

describe("the end of a link", () => {
  it("closed by the CSMS in the middle of a CALL", async () => {
    const { link, peer } = await connected();
    const outcome = link.call("Heartbeat");
    await sentTo(peer, 1);
    peer.socket.close(4001, "go away");
    expect(await outcome).toEqual({ kind: "lost" });
    const end = await link.ended();
    expect(end).toMatchObject({ kind: "closed", code: 4001, text: expect.stringContaining("go away") });
    expect(link.recorder.records.at(-1)).toMatchObject({ kind: "closed", direction: "in", error: "4001" });
  });

  it("TCP reset and TCP end without a close frame", async () => {
    for (const harm of ["resetAndDestroy", "end"] as const) {
      const { link, peer } = await connected();
      const outcome = link.call("Heartbeat");
      await sentTo(peer, 1);
      peer.tcp[harm]();
      expect(await outcome).toEqual({ kind: "lost" });
      expect(await link.ended()).toMatchObject({ kind: "cut", code: 1006 });
      expect(link.recorder.records.at(-1)).toMatchObject({ kind: "closed", direction: "in", error: "1006" });
    }
  });

  it("closed in good order by the station, also with a long reason", async () => {
    const { link, peer } = await connected();
    const closed = new Promise<[number, string]>((resolve) => {
      peer.socket.on("close", (code, reason) => resolve([code, reason.toString()]));
    });
    link.link.close("ü".repeat(200));
    expect(await link.ended()).toMatchObject({ kind: "closed", code: 1000 });
    const [code, reason] = await closed;
    expect(code).toBe(1000);
    expect(reason).toMatch(/^ü{61}$/);
    expect(link.recorder.records.at(-1)).toMatchObject({ kind: "closed", direction: "out", error: "1000" });
  });

  it("opened again before it is closed: first the end, then the new link", async () => {
    const { link, peer, server } = await connected();
    peer.socket.pause();
    link.link.close("logging in anew");
    link.link.open();
    peer.socket.resume();
    await server.peer(1);
    await until(() => link.events.length === 3);
    expect(link.events).toEqual(["connected", "disconnected closed", "connected"]);
    link.link.close("off");
    link.link.open();
    link.link.close("off after all");
    await link.ended(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(server.requests).toHaveLength(2);
  });

  it("cut by the station: no close frame", async () => {
    const { link, peer } = await connected();
    const closed = new Promise<number>((resolve) => {
      peer.socket.on("close", resolve);
    });
    link.link.cut();
    expect(await link.ended()).toMatchObject({ kind: "cut", code: 1006 });
    expect(await closed).toBe(1006);
  });

  it("answers to a CALL of an earlier connection are late", async () => {
    const { link, peer, server } = await connected();
    const outcome = link.call("Heartbeat");
    const id = (await sentTo(peer, 1))[0]?.[1];
    peer.tcp.destroy();
    expect(await outcome).toEqual({ kind: "lost" });
    await link.ended();
    await link.open();
    (await server.peer(1)).socket.send(JSON.stringify([3, id, heartbeat]));
    const last = await until(() => link.recorder.records.find((each) => each.kind === "callResult"));
    expect(last.marks).toEqual(["late"]);
  });

  it("a CSMS that does not answer pings is cut, one that does is kept", async () => {
    const clock = new VirtualClock();
    const { link, peer } = await connected({}, { callTimeout: 20 }, { clock });
    let pings = 0;
    peer.socket.on("ping", () => pings++);
    link.link.configure({ pingInterval: 60 });
    clock.advance(60_000);
    await until(() => clock.next === clock.now() + 60_000);
    clock.advance(60_000);
    await until(() => clock.next === clock.now() + 60_000);
    expect(pings).toBe(2);
    expect(link.ends).toEqual([]);
    peer.socket.pause();
    clock.advance(60_000 + 20_000);
    expect(await link.ended()).toMatchObject({
      kind: "cut",
      text: expect.stringContaining("ping within 20 seconds"),
    });
    expect(clock.pending).toBe(0);
  });

  it("pings stop when the interval becomes 0, and with the link", async () => {
    const clock = new VirtualClock();
    const { link, peer } = await connected({}, {}, { clock });
    link.link.configure({ pingInterval: 60 });
    expect(clock.pending).toBe(1);
    link.link.configure({ pingInterval: 0 });
    expect(clock.pending).toBe(0);
    link.link.configure({ pingInterval: 60 });
    peer.socket.close();
    await link.ended();
    expect(clock.pending).toBe(0);
  });

  it("a CSMS that never reads is cut before memory runs out", async () => {
    const { link, peer } = await connected();
    peer.socket.pause();
    const big = "x".repeat(2 ** 20);
    for (let i = 0; i < 64 && link.ends.length === 0; i++) {
      link.link.sendRaw(big);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await link.ended()).toMatchObject({ kind: "cut", text: expect.stringContaining("does not read") });
  });
});
