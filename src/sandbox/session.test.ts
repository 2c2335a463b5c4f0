import { afterEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../protocol/model/messages/event.ts";
import { Sandbox } from "./sandbox.ts";
import { phrases } from "./testing/messages.ts";
import { RawStation } from "./testing/raw-station.ts";
import type { RawFrame } from "./testing/raw-station.ts";

const open: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close();
});

async function accepted(
  dialect: "2.0.1" | "2.1" = "2.1",
): Promise<{ sandbox: Sandbox; station: RawStation }> {
  const sandbox = await Sandbox.start({ host: "127.0.0.1", port: 0 });
  open.push(sandbox);
  const { subprotocol, boot } = phrases[dialect];
  const station = await RawStation.connect(sandbox.url, "CS-1", [subprotocol]);
  await station.result("BootNotification", boot);
  return { sandbox, station };
}

const stream = { id: 1, pending: 0, basetime: "2026-01-31T12:00:00Z", data: [{ t: 0, v: "230.4" }] };

/** All that the sandbox says to a text. */
async function told(station: RawStation, text: string): Promise<RawFrame[]> {
  station.socket.send(text);
  await station.sync();
  return station.take(() => true);
}

describe("a SEND", () => {
  it.each([
    ["in order", JSON.stringify([6, "a", "NotifyPeriodicEventStream", stream])],
    ["against its schema", '[6,"a","NotifyPeriodicEventStream",{"id":-1}]'],
    ["of an action that is answered", '[6,"a","Heartbeat",{}]'],
    ["that nobody knows", '[6,"a","Frobnicate",{}]'],
    ["without an object", '[6,"a","NotifyPeriodicEventStream",7]'],
    ["that breaks off", '[6,"a","NotifyPeriodicEventStream",{'],
    ["without an id", '[6,7,"NotifyPeriodicEventStream",{}]'],
  ])("%s is not answered", async (_, text) => {
    const { station } = await accepted();
    expect(await told(station, text)).toEqual([]);
    expect(await station.result("Heartbeat", {})).toHaveProperty("currentTime");
  });

  it("that comes as a CALL is refused", async () => {
    const { station } = await accepted();
    expect(await station.step("NotifyPeriodicEventStream", stream, "x")).toMatchObject([
      [4, "x", "NotSupported", expect.stringContaining("not a CALL"), {}],
    ]);
  });

  it("is answered when the sandbox is told to misbehave so", async () => {
    const { sandbox, station } = await accepted();
    const send = JSON.stringify([6, "a", "NotifyPeriodicEventStream", stream]);
    sandbox.misbehave(["notify-periodic-event-stream-answered"]);
    expect(await told(station, send)).toEqual([[3, "a", {}]]);
    sandbox.misbehave([]);
    expect(await told(station, send)).toEqual([]);
  });
});

describe("a CALLRESULT", () => {
  async function answered(
    { sandbox, station }: Awaited<ReturnType<typeof accepted>>,
    payload: string,
  ): Promise<{ id: unknown; outcome: Outcome; frames: RawFrame[] }> {
    const outcome = sandbox.send("CS-1", "ClearCache", {});
    await station.sync();
    const id = station.calls()[0]?.[1];
    const frames = await told(station, `[3,"${String(id)}",${payload}]`);
    return { id, outcome: await outcome, frames };
  }

  it.each([
    ["breaks its schema", '{"status":"accepted"}', "PropertyConstraintViolation"],
    ["leaves out what must be there", "{}", "OccurrenceConstraintViolation"],
    ["is no object", "[1]", "FormatViolation"],
    ["breaks off", '{"status":', "RpcFrameworkError"],
  ])("that %s gets a CALLRESULTERROR in 2.1, and nothing in 2.0.1", async (_, payload, code) => {
    const { id, outcome, frames } = await answered(await accepted(), payload);
    expect(outcome.kind).toBe("invalid");
    expect(frames).toEqual([[5, id, code, expect.stringMatching(/^.{1,255}$/), {}]]);
    const before = await answered(await accepted("2.0.1"), payload);
    expect([before.outcome.kind, before.frames]).toEqual(["invalid", []]);
  });

  it("that nobody asked for gets none, however wrong", async () => {
    const { station } = await accepted();
    for (const text of ['[3,"x",{}]', '[3,"x",7]', '[3,"x",{', "[3,7,{}]"])
      expect(await told(station, text)).toEqual([]);
  });

  it("in order is refused only when the sandbox is told to misbehave so", async () => {
    const parts = await accepted();
    expect((await answered(parts, '{"status":"Accepted"}')).frames).toEqual([]);
    parts.sandbox.misbehave(["clear-cache-result-refused"]);
    const { id, outcome, frames } = await answered(parts, '{"status":"Accepted"}');
    expect(outcome.kind).toBe("result");
    expect(frames).toEqual([[5, id, "GenericError", expect.any(String), {}]]);
    parts.sandbox.misbehave(["reset-result-refused"]);
    expect((await answered(parts, '{"status":"Accepted"}')).frames).toEqual([]);
  });

  it("that is wrong goes without a word only when the sandbox is told to misbehave so", async () => {
    const parts = await accepted();
    parts.sandbox.misbehave(["clear-cache-bad-result-taken"]);
    for (const payload of ["{}", "7"]) expect((await answered(parts, payload)).frames).toEqual([]);
    parts.sandbox.misbehave(["reset-bad-result-taken"]);
    expect((await answered(parts, "{}")).frames).toHaveLength(1);
  });
});

it("a CALLRESULTERROR of the station is taken without a word", async () => {
  const { station } = await accepted();
  await station.step("Heartbeat", {}, "a");
  for (const text of ['[5,"a","FormatViolation","",{}]', '[5,"z","Odd","",{}]', '[5,"a"]', '[5,7,"X","",{}]'])
    expect(await told(station, text)).toEqual([]);
  expect(await station.result("Heartbeat", {})).toHaveProperty("currentTime");
});
