import { expect, test } from "vitest";
import type { StationView } from "../server/stations/schema/station.ts";
import { openHouse } from "./testing/harness.ts";
import type { House } from "./testing/harness.ts";

/** Resolves when a station's view satisfies the condition; looked at whenever something changes. */
async function until(house: House, id: string, holds: (view: StationView) => boolean): Promise<StationView> {
  const { promise, resolve } = Promise.withResolvers<StationView>();
  const look = (): void => {
    const view = house.stations.view(id);
    if (view.ok && holds(view.value)) resolve(view.value);
  };
  const end = house.stations.subscribe(look);
  look();
  const view = await promise;
  end();
  return view;
}

test("a station needs no more than identity and dialect", async () => {
  const { ask, sandbox } = await openHouse();
  const made = await ask("POST", "/api/stations", { id: "A", dialect: "2.0.1", autostart: false });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    id: "A",
    dialect: "2.0.1",
    url: "sandbox",
    target: sandbox.url,
    autostart: false,
    policies: { in: "report", out: "report" },
    hasPassword: false,
    callTimeout: 30,
    link: { state: "offline" },
    snapshot: {
      powered: false,
      connectors: [
        { evse: 1, maxPower: 22_000 },
        { evse: 2, maxPower: 11_000 },
      ],
    },
  });
  expect((await ask("GET", "/api/stations/A")).body).toMatchObject({ id: "A" });
});

test.each(["1.6J", "2.0.1"])("a %s station boots at the sandbox and charges", async (dialect) => {
  const house = await openHouse();
  await house.ask("POST", "/api/stations", { id: "A", dialect });
  await until(house, "A", (view) => view.snapshot.boot === "Accepted");
  const token = { idToken: "VALID-TOKEN", type: "Central" };
  const plugged = await house.ask("POST", "/api/stations/A/events", { kind: "plug-in", evse: 1 });
  expect(plugged.status).toBe(202);
  await house.ask("POST", "/api/stations/A/events", { kind: "present-token", token, evse: 1 });
  const charging = await until(house, "A", (view) => view.snapshot.connectors[0]?.status === "Charging");
  expect(charging.link.state).toBe("online");
  await house.ask("POST", "/api/stations/A/events", { kind: "unplug", evse: 1 });
  await until(house, "A", ({ snapshot }) => {
    const over =
      snapshot.connectors[0]?.transaction === null && snapshot.connectors[0].status === "Available";
    return over && snapshot.queued === 0 && snapshot.awaiting === null;
  });
  await house.journal.flush();
  const list = await house.ask("GET", "/api/transactions?station=A");
  expect(list.body).toMatchObject({ items: [{ station: "A", dialect, idToken: "VALID-TOKEN" }] });
});

test("changing what matters starts a powered station anew, changing policies does not", async () => {
  const house = await openHouse();
  await house.ask("POST", "/api/stations", { id: "A", dialect: "1.6J" });
  await until(house, "A", (view) => view.link.state === "online");
  const changed = await house.ask("PATCH", "/api/stations/A", {
    password: "0123456789abcdef",
    callTimeout: 5,
  });
  expect([changed.status, changed.body]).toMatchObject([200, { hasPassword: true, callTimeout: 5 }]);
  expect(changed.text).not.toContain("0123456789abcdef");
  await until(house, "A", (view) => view.link.state === "online");
  const policies = await house.ask("PUT", "/api/stations/A/policies", { in: "enforce", out: "off" });
  expect(policies.body).toMatchObject({ policies: { in: "enforce", out: "off" }, link: { state: "online" } });
  const removed = await house.ask("PATCH", "/api/stations/A", { password: null });
  expect(removed.body).toMatchObject({ hasPassword: false, policies: { in: "enforce", out: "off" } });
});

test("a station is gone after DELETE, also from the store", async () => {
  const house = await openHouse();
  await house.ask("POST", "/api/stations", { id: "A B/ü", dialect: "1.6J", autostart: false });
  expect(await house.store.documents.list("stations")).toHaveLength(1);
  expect((await house.ask("DELETE", `/api/stations/${encodeURIComponent("A B/ü")}`)).status).toBe(204);
  expect((await house.ask("GET", "/api/stations")).body).toEqual({ items: [] });
  expect(await house.store.documents.list("stations")).toEqual([]);
});

test("a raw text goes out as it is, and is marked", async () => {
  const house = await openHouse();
  await house.ask("POST", "/api/stations", { id: "A", dialect: "1.6J" });
  await until(house, "A", (view) => view.snapshot.boot === "Accepted");
  const text = '[2,"x","Heartbeat",{},"too many"]';
  expect((await house.ask("POST", "/api/stations/A/raw", { text })).status).toBe(202);
  await house.journal.flush();
  const { body } = await house.ask("GET", "/api/frames?text=too%20many&station=A");
  expect(body).toMatchObject({
    items: [{ raw: text, direction: "out", marks: expect.arrayContaining(["crafted"]) }],
  });
});

test("stations are listed in the order people expect", async () => {
  const { ask } = await openHouse();
  for (const id of ["S10", "S9", "S1"])
    await ask("POST", "/api/stations", { id, dialect: "1.6J", autostart: false });
  const { body } = await ask("GET", "/api/stations");
  expect(body).toMatchObject({ items: [{ id: "S1" }, { id: "S9" }, { id: "S10" }] });
});

test("a station that cannot be kept is not made, changed or removed", async () => {
  const { ask, store, stations } = await openHouse();
  await ask("POST", "/api/stations", { id: "A", dialect: "1.6J", autostart: false });
  await store.close();
  for (const [method, path, body] of [
    ["POST", "/api/stations", { id: "B", dialect: "1.6J" }],
    ["PATCH", "/api/stations/A", { callTimeout: 7 }],
    ["DELETE", "/api/stations/A", undefined],
  ] as const) {
    const answer = await ask(method, path, body);
    expect([answer.status, answer.body]).toMatchObject([503, { error: { code: "unavailable" } }]);
  }
  expect(stations.ids()).toEqual(["A"]);
  expect(stations.counts().stations).toBe(1);
  expect((await ask("GET", "/api/stations/A")).body).toMatchObject({ callTimeout: 30 });
});

test("only where connectors are counted per EVSE may one have several", async () => {
  const { ask } = await openHouse();
  const description = {
    evses: [{ connectors: [{}] }, { connectors: [{ type: "cType2" }, { type: "cCCS2", maxPower: 50_000 }] }],
  };
  const flat = await ask("POST", "/api/stations", { id: "A", dialect: "1.6J", description });
  expect(flat.status).toBe(400);
  expect(flat.body).toMatchObject({ error: { field: "description.evses.1.connectors" } });
  const nested = await ask("POST", "/api/stations", { id: "A", dialect: "2.0.1", description });
  expect(nested.status).toBe(201);
});
