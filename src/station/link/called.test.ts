import { describe, expect, it } from "vitest";
import { answering, arrived, connected, heads, reset, sentTo } from "../testing/connected.ts";
import { until } from "../testing/until.ts";

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
