import { once } from "node:events";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { openHouse } from "./testing/harness.ts";

test("misbehaviours are switched on and off by name", async () => {
  const { ask, sandbox } = await openHouse();
  const on = await ask("PUT", "/api/sandbox/misbehaviours", { names: ["boot-rejected"] });
  expect(on.status).toBe(200);
  expect(sandbox.misbehaviours.filter(({ active }) => active).map(({ name }) => name)).toEqual([
    "boot-rejected",
  ]);
  const off = await ask("PUT", "/api/sandbox/misbehaviours", { names: [] });
  expect(JSON.stringify(off.body)).not.toContain('"active":true');
  expect((await ask("GET", "/api/sandbox")).body).toEqual(off.body);
});

test("misbehaviours of one action are told as patterns, and shown while they are on", async () => {
  const { ask, sandbox } = await openHouse();
  const { body } = await ask("GET", "/api/sandbox/misbehaviours");
  const { patterns } = body as {
    patterns: { form: string; text: string; actions: { [dialect: string]: string[] } }[];
  };
  const unanswered = patterns.find(({ form }) => form === "<action>-unanswered");
  expect(unanswered?.actions["1.6J"]).toContain("MeterValues");
  expect(unanswered?.actions["2.0.1"]).not.toContain("Reset");
  const shown = sandbox.misbehaviours.length;
  const names = ["meter-values-unanswered", "status-error", "reset-request-without-type"];
  const { body: on } = await ask("PUT", "/api/sandbox/misbehaviours", { names });
  const list = (on as { misbehaviours: { name: string; active: boolean }[] }).misbehaviours;
  expect(list.filter(({ active }) => active).map(({ name }) => name)).toEqual([
    "status-error",
    "meter-values-unanswered",
    "reset-request-without-type",
  ]);
  await ask("PUT", "/api/sandbox/misbehaviours", { names: [] });
  expect(sandbox.misbehaviours).toHaveLength(shown);
  for (const name of ["meter-values-sung", "reset-unanswered", "heartbeat-without-mood"]) {
    const refused = await ask("PUT", "/api/sandbox/misbehaviours", { names: [name] });
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { error: { field: "names", allowed: expect.arrayContaining(["status-error", "<action>-unanswered"]) } },
    ]);
  }
});

test("misbehaviours are told in the history with who switched them, and brought back at once", async () => {
  const { ask, sandbox } = await openHouse();
  const active = () => sandbox.misbehaviours.filter((each) => each.active).map(({ name }) => name);
  const choose = (names: string[], by: object = {}) =>
    ask("PUT", "/api/sandbox/misbehaviours", { names }, { ...by });
  const rows = async () =>
    ((await ask("GET", "/api/history?collection=settings")).body as { items: { id: string }[] }).items;
  await choose(["stop-unanswered", "boot-rejected"], { "X-Stationmaster-User": "Ann Example" });
  await choose(["boot-rejected", "stop-unanswered"]);
  await choose(["boot-rejected"]);
  const [second, first, ...more] = await rows();
  expect(more).toEqual([]);
  expect(second).toMatchObject({
    document: "sandbox",
    by: "api",
    difference: [{ pointer: "/misbehaviours/stop-unanswered", before: true }],
  });
  expect(first).toMatchObject({ by: "Ann Example", action: "created" });
  await ask("POST", `/api/history/${second?.id}/restore`, { state: "before" });
  expect(active().toSorted()).toEqual(["boot-rejected", "stop-unanswered"]);
  expect((await rows())[0]).toMatchObject({ action: "restored" });
  await ask("POST", `/api/history/${first?.id}/restore`, { state: "before" });
  expect(active()).toEqual([]);
});

test.each([
  ["sandbox", { misbehaviours: { "sings-loudly": true } }, /no misbehaviour sings-loudly/],
  ["sandbox/other", { misbehaviours: {} }, /sandbox of process "other"/],
])("document %s cannot become %j here", async (document, value, message) => {
  const { ask, store } = await openHouse();
  await store.documents.put("settings", document, value, { by: "cli" });
  await store.documents.put("settings", document, { misbehaviours: {}, more: 1 }, { by: "cli" });
  const { body } = await ask("GET", "/api/history?collection=settings");
  const [row] = (body as { items: { id: string }[] }).items;
  const answer = await ask("POST", `/api/history/${row?.id}/restore`, { state: "before" });
  expect([answer.status, answer.body]).toMatchObject([
    409,
    { error: { code: "conflict", message: expect.stringMatching(message) } },
  ]);
});

test("a misbehaviour that cannot be kept is not switched on", async () => {
  const { ask, store, sandbox } = await openHouse();
  await store.close();
  expect((await ask("PUT", "/api/sandbox/misbehaviours", { names: ["boot-rejected"] })).status).toBe(503);
  expect(sandbox.misbehaviours.some(({ active }) => active)).toBe(false);
});

test("a CALL of the sandbox comes back with its outcome", async () => {
  const { ask, sandbox } = await openHouse();
  const station = new WebSocket(`${sandbox.url}/A`, "ocpp1.6");
  station.on("message", (data: Buffer) => {
    const frame: unknown = JSON.parse(data.toString("utf8"));
    if (Array.isArray(frame)) station.send(JSON.stringify([3, frame[1], { status: "Accepted" }]));
  });
  await once(station, "open");
  const { status, body } = await ask("POST", "/api/sandbox/stations/A/calls", {
    action: "Reset",
    payload: { type: "Soft" },
  });
  expect([status, body]).toEqual([200, { outcome: { kind: "result", payload: { status: "Accepted" } } }]);
  station.terminate();
});

test("without a sandbox there is none", async () => {
  const { ask } = await openHouse({ sandbox: null });
  expect((await ask("GET", "/api/sandbox")).body).toMatchObject({ error: { code: "unavailable" } });
  expect((await ask("GET", "/api/info")).body).toMatchObject({ sandbox: null });
});
