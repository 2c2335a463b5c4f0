import { describe, expect, it } from "vitest";
import { answering, arrived, connected, heads, reset, sentTo } from "../testing/connected.ts";
import { until } from "../testing/until.ts";

const dialect = "2.1";
const stream = {
  id: 1,
  pending: 0,
  basetime: "2026-01-31T12:00:00Z",
  data: [{ t: 0, v: "230.4" }],
};

describe("a SEND of ours", () => {
  it("goes out while a CALL is open, is recorded, and nobody waits for an answer", async () => {
    const { link, peer } = await connected({}, { dialect });
    link.link.call("Heartbeat", {}, () => {});
    link.link.send("NotifyPeriodicEventStream", stream);
    const [, sent] = await sentTo(peer, 2);
    expect(sent).toEqual([6, expect.any(String), "NotifyPeriodicEventStream", stream]);
    expect(link.recorder.records.at(-1)).toMatchObject({
      kind: "send",
      direction: "out",
      action: "NotifyPeriodicEventStream",
      messageId: sent?.[1],
      pair: null,
      issues: [],
    });
  });

  it("that breaks the schema, or should be a CALL, is noted, and held back under enforce", async () => {
    for (const policy of ["report", "enforce"] as const) {
      const { link, peer } = await connected({}, { dialect, policies: { in: "off", out: policy } });
      link.link.send("NotifyPeriodicEventStream", { ...stream, id: -1 });
      link.link.send("Heartbeat", {});
      link.link.call("NotifyPeriodicEventStream", stream, () => {});
      link.link.sendRaw('[3,"last",{}]');
      await until(() => peer.received.some((text) => text.includes("last")));
      expect(peer.received).toHaveLength(policy === "report" ? 4 : 1);
      const records = link.recorder.records.slice(1, 4);
      expect(records.map(({ issues }) => issues.map(({ rule }) => rule))).toEqual([
        ["minimum"],
        ["message-type"],
        ["message-type"],
      ]);
      expect(records.every(({ marks }) => marks.includes("refused-by-policy"))).toBe(policy === "enforce");
    }
  });

  it("stays at home in a dialect that has none", async () => {
    const { link } = await connected({}, { dialect: "2.0.1" });
    link.link.send("NotifyPeriodicEventStream", stream);
    expect(link.notices).toEqual([expect.stringMatching(/2\.0\.1 has no SEND/)]);
    expect(link.recorder.records.map(({ kind }) => kind)).toEqual(["opened"]);
  });
});

describe("a SEND of the CSMS", () => {
  it("is handed on and never answered", async () => {
    const { link, peer } = await connected({}, { dialect, policies: { in: "off", out: "off" } });
    peer.socket.send('[6,"a","Anything",{"x":1}]');
    await until(() => link.events.includes("sent Anything"));
    peer.socket.send(reset("b"));
    await arrived(link, 2);
    expect(peer.received).toEqual([]);
  });

  it.each([
    ["of an action that nobody knows", '[6,"a","Anything",{"x":1}]', ["action"]],
    ["of an action that is answered", '[6,"a","Reset",{"type":"Immediate"}]', ["message-type"]],
    ["that breaks its schema", '[6,"a","Reset",{"type":"Now"}]', ["message-type", "enum"]],
    ["that only stations send", JSON.stringify([6, "a", "NotifyPeriodicEventStream", stream]), ["sender"]],
  ])("%s is noted and dropped under enforce, still without an answer", async (_, text, rules) => {
    const { link, peer } = await connected({}, { dialect }, answering);
    peer.socket.send(text);
    peer.socket.send(reset("b"));
    expect(await heads(peer, 1)).toEqual([[3, "b", { status: "Accepted" }]]);
    expect(link.events.filter((event) => event.startsWith("sent"))).toEqual([]);
    const [send] = await arrived(link, 2);
    expect(send).toMatchObject({ kind: "send", marks: ["refused-by-policy"], messageId: "a" });
    expect(send?.issues.map(({ rule }) => rule)).toEqual(rules);
  });

  it("that cannot be read is recorded, and not answered", async () => {
    const { link, peer } = await connected({}, { dialect }, answering);
    for (const text of ['[6,"a","X",7]', '[6,"a","X"]', '[6,"a","X",{]', '[6,7,"X",{}]'])
      peer.socket.send(text);
    peer.socket.send(reset("b"));
    expect(await heads(peer, 1)).toEqual([[3, "b", { status: "Accepted" }]]);
    expect((await arrived(link, 5)).map(({ kind }) => kind)).toEqual([
      ...Array<string>(4).fill("fault"),
      "call",
    ]);
  });

  it("may come while a CALL is open, and needs an id of its own", async () => {
    const { link, peer } = await connected({}, { dialect, policies: { in: "off", out: "off" } });
    for (const text of [reset("a"), '[6,"b","X",{}]', '[6,"a","X",{}]', reset("b")]) peer.socket.send(text);
    expect((await arrived(link, 4)).map(({ marks }) => marks)).toEqual([
      [],
      [],
      ["reused-id"],
      ["concurrent", "reused-id"],
    ]);
    expect(link.calls.map(({ callId }) => callId)).toEqual(["a", "b"]);
  });
});
