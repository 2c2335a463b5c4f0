import { describe, expect, it } from "vitest";
import { VirtualClock } from "../testing/virtual-clock.ts";
import { connected, heartbeat, sentTo } from "../testing/connected.ts";
import { until } from "../testing/until.ts";

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
