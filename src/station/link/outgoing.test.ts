import { describe, expect, it } from "vitest";
import { arrived, connected, heads, heartbeat, reset, sentTo } from "../testing/connected.ts";
import { until } from "../testing/until.ts";

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
