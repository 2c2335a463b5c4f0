import { afterEach, describe, expect, it } from "vitest";
import { realClock } from "./clock.ts";
import { VirtualClock } from "./testing/virtual-clock.ts";
import type { Clock } from "./clock.ts";
import { Fleet } from "./fleet.ts";
import type { FleetChange } from "./fleet.ts";
import { answerAll } from "./testing/friendly.ts";
import { HostileServer, httpAnswer } from "./testing/hostile-server.ts";
import type { HostileOptions, Peer } from "./testing/hostile-server.ts";
import { MemoryRecorder } from "./testing/memory-recorder.ts";
import { testConfig } from "./testing/test-link.ts";
import { until } from "./testing/until.ts";

const fleets: Fleet[] = [];
const servers: HostileServer[] = [];

afterEach(async () => {
  for (const fleet of fleets.splice(0)) await fleet.stop();
  for (const server of servers.splice(0)) await server.close();
});

async function serve(options: HostileOptions = { message: answerAll }): Promise<HostileServer> {
  const server = await HostileServer.start(options);
  servers.push(server);
  return server;
}

function fleet(
  startsPerSecond: number,
  clock: Clock = realClock,
  maxFrame?: number,
): { fleet: Fleet; recorder: MemoryRecorder } {
  const recorder = new MemoryRecorder(clock);
  const made = new Fleet({
    recorder,
    clock,
    startsPerSecond,
    ...(maxFrame === undefined ? {} : { maxFrame }),
  });
  fleets.push(made);
  return { fleet: made, recorder };
}

const booted = (each: Fleet, id: string): boolean => each.get(id)?.snapshot().boot === "Accepted";

describe("Fleet", () => {
  it("adds, finds, lists, replaces and removes stations, and tells so", async () => {
    const server = await serve();
    const { fleet: stations } = fleet(1000);
    const told: FleetChange[] = [];
    stations.subscribe((change) => told.push(change));
    const first = stations.add(testConfig({ dialect: "1.6J", id: "A", url: server.url }));
    stations.add(testConfig({ dialect: "1.6J", id: "B", url: server.url }));
    expect(stations.get("A")).toBe(first);
    expect(stations.get("C")).toBeUndefined();
    expect(() => stations.add(testConfig({ dialect: "1.6J", id: "A", url: server.url }))).toThrow(/already/);
    expect(stations.list().map((each) => each.id)).toEqual(["A", "B"]);

    stations.start("A");
    stations.start("nobody");
    await until(() => booted(stations, "A"));
    const second = await stations.replace(
      testConfig({ dialect: "1.6J", id: "A", url: `${server.url}/moved` }),
    );
    expect(second).not.toBe(first);
    expect(first.linkState().state).toBe("offline");
    await until(() => booted(stations, "A"));
    expect(server.requests.at(-1)?.url).toBe("/ocpp/moved/A");

    await stations.remove("A");
    await stations.remove("A");
    expect(stations.list().map((each) => each.id)).toEqual(["B"]);
    const kinds = told.filter((each) => each.kind === "added" || each.kind === "removed");
    expect(kinds.map((each) => `${each.kind} ${each.station}`)).toEqual([
      "added A",
      "added B",
      "removed A",
      "added A",
      "removed A",
    ]);
    expect(told.some((each) => each.kind === "link" && each.station === "A" && each.state === "online")).toBe(
      true,
    );
    expect(stations.get("B")?.snapshot().powered).toBe(false);
  });

  it("powers on at the rate it is told, in order", () => {
    const clock = new VirtualClock(Date.UTC(2025, 0, 1));
    const { fleet: stations } = fleet(10, clock);
    for (let i = 0; i < 25; i++) stations.add(testConfig({ dialect: "1.6J", id: `S${i}`, url: "bad url" }));
    stations.startAll();
    stations.startAll();
    const powered = (): number => stations.list().filter((each) => each.snapshot().powered).length;
    expect(powered()).toBe(0);
    clock.advance(0);
    expect(powered()).toBe(1);
    clock.advance(900);
    expect(powered()).toBe(10);
    expect(stations.get("S9")?.snapshot().powered).toBe(true);
    clock.advance(1500);
    expect(powered()).toBe(25);
    expect(() => fleet(0)).toThrow(RangeError);
  });

  it("survives logins that take half a second while a hundred stations start", async () => {
    let waiting = 0;
    let most = 0;
    const slow = new VirtualClock();
    const server = await serve({
      message: answerAll,
      delay: async () => {
        most = Math.max(most, ++waiting);
        await new Promise<void>((resolve) => {
          slow.setTimer(slow.now() + 500, resolve);
        });
        waiting--;
      },
    });
    const { fleet: stations, recorder } = fleet(40, slow);
    for (let i = 0; i < 100; i++) stations.add(testConfig({ dialect: "1.6J", id: `S${i}`, url: server.url }));
    stations.startAll();
    let opened = 0;
    stations.subscribe((change) => {
      if (change.kind === "link" && change.state === "online") opened++;
    });
    await until(() => {
      // Time goes on only as fast as the handshakes reach the server, so the rate is the fleet's own.
      const begun = stations.list().filter((each) => each.linkState().state !== "offline").length;
      if (opened + waiting >= begun) slow.advance(5);
      return opened === 100 && stations.list().every((each) => each.snapshot().boot === "Accepted");
    });
    expect(server.requests).toHaveLength(100);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(21);
    expect(recorder.records.filter((each) => each.kind === "refused" || each.kind === "closed")).toEqual([]);
  });

  it("lets no station suffer from what another one meets", async () => {
    const hostile: Record<string, (peer: Peer) => void> = {
      garbage: ({ socket }) => socket.send("{[".repeat(1000)),
      huge: ({ socket }) => socket.send("x".repeat(20_000_000)),
      deep: ({ socket }) => socket.send("[".repeat(1_000_000)),
      reset: ({ tcp }) => tcp.resetAndDestroy(),
      closed: ({ socket }) => socket.close(1011),
      flood: ({ socket }) => {
        for (let i = 0; i < 500; i++) socket.send(`[2,"f${i}","Nonsense",{"__proto__":{"x":${i}}}]`);
      },
    };
    const server = await serve({
      message: answerAll,
      connected: (peer) => hostile[peer.request.url?.split("/").at(-1) ?? ""]?.(peer),
      instead: (request, tcp) =>
        request.url?.endsWith("/unauthorized") === true && httpAnswer(tcp, "401 Unauthorized"),
    });
    const { fleet: stations, recorder } = fleet(1000, realClock, 4 * 2 ** 20);
    const bad = [...Object.keys(hostile), "unauthorized"];
    for (const id of [...bad, "good1"]) stations.add(testConfig({ dialect: "1.6J", id, url: server.url }));
    stations.add(testConfig({ dialect: "1.6J", id: "lost", url: "ws://127.0.0.1:1/ocpp" }));
    stations.add(testConfig({ dialect: "1.6J", id: "absurd", url: "::::" }));
    stations.add(testConfig({ id: "good2", url: server.url, dialect: "1.6J" }));
    stations.startAll();
    await until(() => booted(stations, "good1") && booted(stations, "good2"));
    const first = (id: string, kind: string) => recorder.of(id).find((each) => each.kind === kind);
    await until(() => [...bad, "lost", "absurd"].every((id) => recorder.of(id).length >= 1));
    expect((await until(() => first("garbage", "fault"))).error).toBe("not-json");
    expect((await until(() => first("deep", "fault"))).error).toBe("too-deep");
    expect((await until(() => first("huge", "closed"))).error).toBe("1009");
    expect((await until(() => first("reset", "closed"))).error).toBe("1006");
    expect((await until(() => first("closed", "closed"))).error).toBe("1011");
    expect((await until(() => first("unauthorized", "refused"))).error).toBe("401");
    expect((await until(() => first("lost", "refused"))).error).toBe("ECONNREFUSED");
    expect((await until(() => first("absurd", "refused"))).error).toBe("url");
    await until(() => recorder.of("flood").filter((each) => each.error === "NotImplemented").length === 500);
    for (const id of ["good1", "good2"]) {
      expect(recorder.of(id).flatMap((each) => [...each.issues, ...each.marks])).toEqual([]);
    }
  });

  it("stops all, also those that wait for their turn", async () => {
    const server = await serve();
    const { fleet: stations } = fleet(2);
    for (const id of ["A", "B", "C"]) stations.add(testConfig({ dialect: "1.6J", id, url: server.url }));
    stations.startAll();
    await until(() => booted(stations, "A"));
    await stations.stop();
    expect(stations.list().map((each) => each.linkState().state)).toEqual(["offline", "offline", "offline"]);
    expect(stations.get("C")?.snapshot().powered).toBe(false);
  });
});
