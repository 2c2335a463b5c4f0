import { afterEach, describe, expect, it } from "vitest";
import type { StationConfig } from "./config.ts";
import { realClock } from "./clock.ts";
import { VirtualClock } from "./testing/virtual-clock.ts";
import type { Clock } from "./clock.ts";
import { StationDriver } from "./driver.ts";
import type { StationChange } from "./driver.ts";
import { answerAll } from "./testing/friendly.ts";
import { HostileServer, httpAnswer } from "./testing/hostile-server.ts";
import type { HostileOptions } from "./testing/hostile-server.ts";
import { MemoryRecorder } from "./testing/memory-recorder.ts";
import { testConfig } from "./testing/test-link.ts";
import { until } from "./testing/until.ts";

const drivers: StationDriver[] = [];
const servers: HostileServer[] = [];

afterEach(async () => {
  for (const driver of drivers.splice(0)) await driver.stop();
  for (const server of servers.splice(0)) await server.close();
});

async function serve(options: HostileOptions = { message: answerAll }): Promise<HostileServer> {
  const server = await HostileServer.start(options);
  servers.push(server);
  return server;
}

interface Running {
  driver: StationDriver;
  recorder: MemoryRecorder;
  changes: StationChange[];
}

function station(url: string, changes: Partial<StationConfig> = {}, clock: Clock = realClock): Running {
  const recorder = new MemoryRecorder(clock);
  const driver = new StationDriver(testConfig({ url, dialect: "1.6J", ...changes }), { recorder, clock });
  drivers.push(driver);
  const told: StationChange[] = [];
  driver.subscribe((change) => told.push(change));
  return { driver, recorder, changes: told };
}

/** Lets time pass, from timer to timer, until the station tries to connect. */
function passUntilConnecting(driver: StationDriver, clock: VirtualClock): void {
  while (driver.linkState().state === "offline") {
    if (clock.next === null) throw new Error("the station waits for nothing");
    clock.advance(clock.next - clock.now());
  }
}

describe.each(["1.6J", "2.0.1"] as const)("a station of %s", (dialect) => {
  it("powers on, connects, boots, and tells what changes", async () => {
    const server = await serve();
    const { driver, recorder, changes } = station(server.url, { dialect });
    expect(driver.linkState()).toEqual({ state: "offline", text: "" });
    driver.dispatch({ kind: "power-on" });
    expect(driver.linkState().state).toBe("connecting");
    await until(() => driver.snapshot().boot === "Accepted");
    expect(driver.linkState().state).toBe("online");
    const calls = recorder.records.filter((each) => each.kind === "call");
    expect(calls[0]).toMatchObject({ action: "BootNotification", direction: "out", issues: [] });
    await until(() => recorder.records.some((each) => each.action === "StatusNotification"));
    expect(changes.filter((each) => each.kind === "link").map((each) => each.state)).toEqual([
      "connecting",
      "online",
    ]);
    expect(recorder.records.flatMap((each) => each.issues)).toEqual([]);
  });

  it("gets through a whole charge, and every frame is valid", async () => {
    const server = await serve();
    const { driver, recorder } = station(server.url, { dialect });
    driver.dispatch({ kind: "power-on" });
    await until(() => driver.snapshot().boot === "Accepted");
    driver.dispatch({ kind: "plug-in", evse: 1, connector: 1 });
    driver.dispatch({ kind: "present-token", token: { idToken: "CAFE0001", type: "ISO14443" }, evse: 1 });
    await until(() => driver.snapshot().connectors[0]?.status === "Charging");
    driver.dispatch({ kind: "unplug", evse: 1, connector: 1 });
    const idle = () => driver.snapshot().awaiting === null && driver.snapshot().queued === 0;
    await until(() => driver.snapshot().connectors[0]?.transaction === null && idle());
    const ours = recorder.records.filter((each) => each.direction === "out");
    expect(ours.flatMap((each) => [...each.issues, ...each.marks])).toEqual([]);
    const answers = recorder.records.filter((each) => each.kind === "callResult");
    expect(answers.map((each) => each.pair)).toEqual(
      ours.filter((each) => each.kind === "call").map((each) => each.id),
    );
    expect(answers.filter((each) => /Transaction/.test(each.action ?? "")).length).toBeGreaterThanOrEqual(2);
  });
});

describe("StationDriver", () => {
  it("answers a CALL that comes before any boot was answered", async () => {
    const server = await serve({
      connected: ({ socket }) => socket.send('[2,"early","ChangeConfiguration",{"key":"HeartbeatInterval"}]'),
    });
    const { driver } = station(server.url);
    driver.dispatch({ kind: "power-on" });
    const peer = await server.peer();
    const answer = await until(() => peer.received.find((text) => text.startsWith('[4,"early"')));
    expect(answer).toContain("OccurenceConstraintViolation");
  });

  it("comes back after a refusal and after a cut, as its model says", async () => {
    let refusals = 1;
    const server = await serve({
      message: answerAll,
      instead: (_, tcp) => refusals-- > 0 && httpAnswer(tcp, "503 Busy"),
    });
    const clock = new VirtualClock(Date.now());
    const { driver, recorder, changes } = station(server.url, {}, clock);
    driver.dispatch({ kind: "power-on" });
    await until(() =>
      changes.some((each) => each.kind === "link" && each.state === "offline" && /503/.test(each.text)),
    );
    passUntilConnecting(driver, clock);
    const peer = await server.peer();
    await until(() => driver.snapshot().boot === "Accepted");
    peer.tcp.resetAndDestroy();
    await until(() => driver.linkState().state === "offline");
    expect(driver.linkState().text).toMatch(/broke/);
    passUntilConnecting(driver, clock);
    await server.peer(1);
    await until(() => driver.linkState().state === "online");
    expect(recorder.records.filter((each) => each.kind === "opened")).toHaveLength(2);
  });

  it("sends what the link took with it at once when it is back, and counts no attempt for it", async () => {
    const server = await serve({
      message: (text, peer) => {
        // The first two links break when the transaction starts.
        if (text.includes('"TransactionEvent"') && server.peers.length < 3) peer.socket.close(1001);
        else answerAll(text, peer);
      },
    });
    const clock = new VirtualClock(Date.now());
    const settings = { "OCPPCommCtrlr.MessageAttempts[TransactionEvent]": "2" };
    const { driver, recorder } = station(server.url, { dialect: "2.0.1", settings }, clock);
    driver.dispatch({ kind: "power-on" });
    await until(() => driver.snapshot().boot === "Accepted");
    driver.dispatch({ kind: "plug-in", evse: 1, connector: 1 });
    for (const link of [1, 2]) {
      await until(() => driver.linkState().state === "offline");
      passUntilConnecting(driver, clock);
      await server.peer(link);
    }
    const started = (): number[] =>
      recorder.records.flatMap(({ kind, raw, at }) =>
        kind === "call" && raw.includes('"Started"') ? [at - clock.now()] : [],
      );
    await until(() =>
      recorder.records.some((each) => each.action === "TransactionEvent" && each.latency !== null),
    );
    expect(started()).toHaveLength(3);
    expect(started().at(-1)).toBe(0);
  });

  it("stays away after drop-link until it is told to reconnect, and says no goodbye", async () => {
    const server = await serve();
    const { driver } = station(server.url);
    driver.dispatch({ kind: "power-on" });
    await until(() => driver.snapshot().boot === "Accepted");
    const peer = await server.peer();
    const code = new Promise<number>((resolve) => {
      peer.socket.on("close", resolve);
    });
    driver.dispatch({ kind: "drop-link" });
    expect(await code).toBe(1006);
    await until(() => driver.linkState().state === "offline");
    driver.dispatch({ kind: "reconnect" });
    await server.peer(1);
    await until(() => driver.linkState().state === "online");
  });

  it("keeps its rhythm when the clock is set back", async () => {
    const server = await serve();
    const virtual = new VirtualClock(Date.now());
    let behind = 0;
    const clock: Clock = {
      now: () => virtual.now() - behind,
      setTimer: (at, fire) => virtual.setTimer(at + behind, fire),
    };
    const settings = { "OCPPCommCtrlr.WebSocketPingInterval": "0" };
    const { driver, recorder } = station(server.url, { dialect: "2.0.1", settings }, clock);
    driver.dispatch({ kind: "power-on" });
    const answers = (action: string): number =>
      recorder.records.filter((each) => each.kind === "callResult" && each.action === action).length;
    await until(() => answers("StatusNotification") === 1);
    behind = 3_600_000;
    for (let count = 1; count <= 3; count++) {
      virtual.advance(300_000);
      await until(() => answers("Heartbeat") === count);
    }
  });

  it("lets events that happen while one is handled wait, and a subscriber's failure does no harm", async () => {
    const server = await serve();
    const { driver } = station(server.url);
    const warned = new Promise<Error>((resolve) => {
      process.once("warning", resolve);
    });
    driver.subscribe((change) => {
      if (change.kind === "link" && change.state === "connecting") {
        driver.dispatch({ kind: "plug-in", evse: 1, connector: 1 });
        throw new Error("subscriber broken on purpose");
      }
    });
    driver.dispatch({ kind: "power-on" });
    expect(driver.snapshot().connectors[0]?.cable).toBe(true);
    expect((await warned).message).toContain("on purpose");
    await until(() => driver.snapshot().boot === "Accepted");
  });

  it("finishes what one event asks for before it looks at the next", async () => {
    const server = await serve();
    const { driver, recorder } = station(server.url);
    driver.subscribe((change) => {
      if (change.kind === "link" && change.state === "connecting") driver.dispatch({ kind: "power-off" });
    });
    driver.dispatch({ kind: "power-on" });
    expect(driver.linkState().state).toBe("offline");
    expect(driver.snapshot().powered).toBe(false);
    expect(recorder.records.map((each) => [each.kind, each.error])).toEqual([["refused", "cancelled"]]);
  });

  it("tells that the state changed once per turn", async () => {
    const { driver, changes } = station("ws://127.0.0.1:1/ocpp");
    for (let i = 0; i < 10; i++) driver.dispatch({ kind: "set-setting", name: "Nothing.Known", value: "1" });
    const states = (): number => changes.filter((each) => each.kind === "state").length;
    await until(() => states() > 0);
    expect(states()).toBe(1);
    driver.dispatch({ kind: "set-setting", name: "Nothing.Known", value: "1" });
    await until(() => states() > 1);
    expect(states()).toBe(2);
  });

  it("changes policies from the next frame on, without touching the configuration it was made of", async () => {
    const server = await serve();
    const config = testConfig({ url: server.url, dialect: "1.6J", policies: { in: "enforce", out: "off" } });
    const recorder = new MemoryRecorder();
    const driver = new StationDriver(config, { recorder, clock: realClock });
    drivers.push(driver);
    driver.dispatch({ kind: "power-on" });
    await until(() => driver.snapshot().boot === "Accepted");
    const peer = await server.peer();
    const bad = '[2,"ID","Reset",{"type":"Immediate"}]';
    peer.socket.send(bad.replace("ID", "first"));
    await until(() =>
      peer.received.some((text) => text.startsWith('[4,"first","PropertyConstraintViolation"')),
    );
    driver.setPolicies({ in: "off", out: "off" });
    peer.socket.send(bad.replace("ID", "second"));
    await until(() => peer.received.some((text) => text.includes('"second"')));
    const second = recorder.records.find((each) => each.messageId === "second");
    expect(second).toMatchObject({ kind: "call", issues: [] });
    expect(config.policies.in).toBe("enforce");
  });

  it("stops: the link closes in good order and nothing happens any more", async () => {
    const server = await serve();
    const clock = new VirtualClock(Date.now());
    const { driver, recorder } = station(server.url, {}, clock);
    driver.dispatch({ kind: "power-on" });
    await until(() => driver.snapshot().boot === "Accepted");
    await driver.stop();
    expect(recorder.records.at(-1)).toMatchObject({ kind: "closed", error: "1000" });
    const count = recorder.records.length;
    driver.dispatch({ kind: "power-on" });
    clock.advance(86_400_000);
    expect(recorder.records).toHaveLength(count);
    expect(driver.snapshot().powered).toBe(false);
    await driver.stop();
  });

  it("cannot play a dialect that has no behaviour yet", () => {
    const parts = { recorder: new MemoryRecorder(), clock: realClock };
    expect(() => new StationDriver(testConfig({ url: "ws://h", dialect: "1.6S" }), parts)).toThrow(/1\.6S/);
  });

  it("sends the same frames for the same seed and the same inputs", async () => {
    const runs: string[][] = [];
    for (let run = 0; run < 2; run++) {
      const clock = new VirtualClock(Date.UTC(2025, 5, 1));
      const server = await serve({
        message: (text, peer) => {
          const frame: unknown[] = JSON.parse(text);
          const time = new Date(clock.now()).toISOString();
          const boot = { status: "Accepted", currentTime: time, interval: 300 };
          peer.socket.send(JSON.stringify([3, frame[1], frame[2] === "BootNotification" ? boot : {}]));
        },
      });
      let ids = 0;
      const recorder = new MemoryRecorder(clock);
      const config = testConfig({ url: server.url, dialect: "1.6J", seed: 7 });
      const driver = new StationDriver(config, { recorder, clock, nextMessageId: () => `id-${ids++}` });
      drivers.push(driver);
      const idle = (): boolean => driver.snapshot().awaiting === null && driver.snapshot().queued === 0;
      driver.dispatch({ kind: "power-on" });
      await until(() => driver.snapshot().boot === "Accepted" && idle());
      driver.dispatch({ kind: "plug-in", evse: 1, connector: 1 });
      await until(idle);
      driver.dispatch({ kind: "unplug", evse: 1, connector: 1 });
      await until(idle);
      runs.push((await server.peer()).received);
    }
    expect(runs[0]?.length).toBeGreaterThan(2);
    expect(runs[1]).toEqual(runs[0]);
  });
});
