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
