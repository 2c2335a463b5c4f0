import { describe, expect, it } from "vitest";
import { Receiving } from "./receiving.ts";
import { answering, arrived, connected, heads, reset, sentTo } from "../testing/connected.ts";

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
    const { peer } = await connected({}, { dialect: "1.6J" }, answering);
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

  it("an id of 10,000 characters is answered without repeating it", async () => {
    const { link, peer } = await connected({}, {}, answering);
    const id = "x".repeat(10_000);
    peer.socket.send(reset(id));
    const [answer] = await sentTo(peer, 1);
    expect(answer?.slice(0, 3)).toEqual([4, "-1", "RpcFrameworkError"]);
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

  it("20 MB in one frame are read, and those that cannot be understood are kept", async () => {
    const { link, peer } = await connected({}, {}, answering);
    const text = "x".repeat(20_000_000);
    peer.socket.send(text);
    const [fault] = await arrived(link, 1);
    expect(fault).toMatchObject({ kind: "fault", error: "not-json", size: 20_000_000 });
    expect(fault?.raw === text).toBe(true);
  });

  it("millions of values are kept and not read", async () => {
    const { link, peer } = await connected({}, {}, answering);
    const text = `[2,"a","Reset",{"type":[${"{},".repeat(1_500_000)}{}]}]`;
    peer.socket.send(text);
    expect(await heads(peer, 1)).toEqual([[4, "a", "RpcFrameworkError"]]);
    const [fault] = await arrived(link, 1);
    expect(fault).toMatchObject({ kind: "fault", error: "too-large", messageId: "a" });
    expect(fault?.raw === text).toBe(true);
  });

  it("a frame beyond the limit ends with a record that says what to do", async () => {
    const { link, peer } = await connected({}, {}, { receiving: new Receiving(4 * 2 ** 20) });
    const outcome = link.call("Heartbeat");
    peer.socket.send("x".repeat(20_000_000));
    expect(await link.ended()).toMatchObject({
      kind: "closed",
      code: 1009,
      text: expect.stringMatching(
        /larger than 4 MiB.*raise the setting csms.maxFrame \(now 4 MiB, at most 80\)/,
      ),
    });
    expect(await outcome).toEqual({ kind: "lost" });
    expect(link.recorder.records.at(-1)).toMatchObject({
      kind: "closed",
      direction: "out",
      error: "1009",
      raw: expect.stringContaining("csms.maxFrame"),
    });
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
