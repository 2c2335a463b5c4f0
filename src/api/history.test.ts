import { expect, test } from "vitest";
import { newFrameId } from "../frames/frame-id.ts";
import { openHouse } from "./testing/harness.ts";
import type { House } from "./testing/harness.ts";

interface Row {
  id: string;
  by: string;
  action: string;
  document: string;
  before: unknown;
  after: unknown;
  difference: unknown;
}

async function rows(house: House, query = ""): Promise<Row[]> {
  const { body } = await house.ask("GET", `/api/history${query}`);
  return (body as { items: Row[] }).items;
}

async function newest(house: House): Promise<Row> {
  const [row] = await rows(house);
  if (row === undefined) throw new Error("the history is empty");
  return row;
}

const station = { id: "A", dialect: "1.6J", autostart: false };

test("each change of a station is kept with who, what and the difference", async () => {
  const house = await openHouse();
  await house.ask("POST", "/api/stations", station);
  await house.ask("PATCH", "/api/stations/A", { callTimeout: 7 }, { "X-Stationmaster-User": "Ann Example" });
  await house.ask("PUT", "/api/stations/A/policies", { in: "off", out: "report" });
  await house.ask("DELETE", "/api/stations/A");
  expect(await rows(house)).toMatchObject([
    { action: "removed", by: "api", after: null },
    {
      action: "changed",
      by: "api",
      difference: [{ pointer: "/policies/in", before: "report", after: "off" }],
    },
    {
      action: "changed",
      by: "Ann Example",
      difference: [{ pointer: "/callTimeout", before: 30, after: 7 }],
    },
    { action: "created", by: "api", before: null, after: { id: "A" } },
  ]);
});

test("the history is filtered by collection, document and time, and paged", async () => {
  const house = await openHouse();
  for (const id of ["A", "B", "C"]) await house.ask("POST", "/api/stations", { ...station, id });
  expect(await rows(house, "?document=B")).toMatchObject([{ document: "B" }]);
  expect(await rows(house, "?collection=templates")).toEqual([]);
  expect(await rows(house, "?to=2001-01-01")).toEqual([]);
  const first = await house.ask("GET", "/api/history?limit=2");
  expect(first.body).toMatchObject({
    items: [{ document: "C" }, { document: "B" }],
    next: expect.any(String),
  });
  const { next } = first.body as { next: string };
  expect(await rows(house, `?limit=2&cursor=${next}`)).toMatchObject([{ document: "A" }]);
  const wrong = await house.ask("GET", "/api/history?collection=frames");
  expect([wrong.status, wrong.body]).toMatchObject([400, { error: { field: "collection" } }]);
});

test("a change is undone and done again, and the running station follows", async () => {
  const house = await openHouse();
  await house.ask("POST", "/api/stations", station);
  await house.ask("PATCH", "/api/stations/A", { callTimeout: 7, policies: { in: "off", out: "off" } });
  const { id } = await newest(house);
  expect((await house.ask("GET", `/api/history/${id}`)).body).toMatchObject({
    restore: { before: { action: "change", problem: null }, after: { action: "none", difference: [] } },
  });
  const undone = await house.ask(
    "POST",
    `/api/history/${id}/restore`,
    { state: "before" },
    { "X-Stationmaster-User": "Bo" },
  );
  expect([undone.status, undone.body]).toEqual([
    200,
    { collection: "stations", document: "A", done: "changed" },
  ]);
  expect((await house.ask("GET", "/api/stations/A")).body).toMatchObject({
    callTimeout: 30,
    policies: { in: "report", out: "report" },
  });
  expect(await newest(house)).toMatchObject({ action: "restored", by: "Bo" });
  const again = await house.ask("POST", `/api/history/${id}/restore`, { state: "before" });
  expect(again.body).toMatchObject({ done: "unchanged" });
  await house.ask("POST", `/api/history/${id}/restore`, { state: "after" });
  expect((await house.ask("GET", "/api/stations/A")).body).toMatchObject({ callTimeout: 7 });
});

test("a removed station comes back with its secrets, which are never shown", async () => {
  const house = await openHouse();
  const key = "-----BEGIN PRIVATE KEY-----\nVERY-SECRET-KEY\n-----END PRIVATE KEY-----";
  const settings = { AuthorizationKey: "SECRET-SETTING-16", HeartbeatInterval: "77" };
  const secret = { password: "SECRET-PASSWORD-1", tls: { key }, settings };
  await house.ask("POST", "/api/stations", { ...station, ...secret });
  await house.ask("PATCH", "/api/stations/A", { password: "SECRET-PASSWORD-2" });
  // It takes the place of the one among the settings.
  expect((await newest(house)).difference).toMatchObject([
    { pointer: "/password", before: "••••••" },
    { pointer: "/settings/AuthorizationKey", before: "••••••" },
  ]);
  await house.ask("PATCH", "/api/stations/A", { settings: { AuthorizationKey: "SECRET-SETTING-17" } });
  await house.ask("DELETE", "/api/stations/A");
  const { id } = await newest(house);
  for (const path of ["/api/history", `/api/history/${id}`]) {
    const { text } = await house.ask("GET", path);
    expect(text).not.toMatch(/SECRET/);
    expect(text).toContain("••••••");
  }
  expect((await house.ask("GET", "/api/history?document=A")).text).toContain("77");
  const back = await house.ask("POST", `/api/history/${id}/restore`, { state: "before" });
  expect(back.body).toMatchObject({ done: "created" });
  const [kept] = await house.store.documents.list("stations");
  expect(kept?.value).toMatchObject({
    password: "SECRET-PASSWORD-2",
    tls: { key },
    settings: { AuthorizationKey: "SECRET-SETTING-17" },
  });
  expect((await house.ask("GET", "/api/stations/A")).body).toMatchObject({ hasPassword: true, hasTls: true });
});

test("the state before a station was made is that there is none", async () => {
  const house = await openHouse();
  await house.ask("POST", "/api/stations", station);
  const { id } = await newest(house);
  const gone = await house.ask("POST", `/api/history/${id}/restore`, { state: "before" });
  expect(gone.body).toMatchObject({ done: "removed" });
  expect((await house.ask("GET", "/api/stations/A")).status).toBe(404);
});

test("a station that was made anew in another dialect goes back to the old one", async () => {
  const house = await openHouse();
  await house.ask("POST", "/api/stations", station);
  const { id } = await newest(house);
  await house.ask("DELETE", "/api/stations/A");
  await house.ask("POST", "/api/stations", { ...station, dialect: "2.0.1" });
  const back = await house.ask("POST", `/api/history/${id}/restore`, { state: "after" });
  expect(back.body).toMatchObject({ done: "changed" });
  expect((await house.ask("GET", "/api/stations/A")).body).toMatchObject({ dialect: "1.6J" });
});

test.each([
  ["a dialect that does not exist", { dialect: "9.9" }, /speaks 9\.9, which this version .* does not know/],
  ["a dialect that cannot be played", { dialect: "1.6S" }, /Stations cannot speak 1\.6S/],
  ["a member that is out of range", { callTimeout: -1 }, /callTimeout/],
])("a state with %s is refused, and nothing is changed", async (_, wrong, message) => {
  const house = await openHouse();
  await house.ask("POST", "/api/stations", station);
  const row = await house.store.history.get((await newest(house)).id);
  if (row === null) throw new Error("the change is gone");
  const after = { ...Object(row.after), ...wrong };
  const id = newFrameId();
  await house.store.adopt({ history: [{ ...row, id, after }] });
  expect((await house.ask("GET", `/api/history/${id}`)).body).toMatchObject({
    restore: { after: { action: "change", problem: expect.stringMatching(message) } },
  });
  const answer = await house.ask("POST", `/api/history/${id}/restore`, { state: "after" });
  expect([answer.status, answer.body]).toMatchObject([
    409,
    { error: { code: "conflict", message: expect.stringMatching(message) } },
  ]);
  expect((await house.ask("GET", "/api/stations/A")).body).toMatchObject({
    dialect: "1.6J",
    callTimeout: 30,
  });
});

test("other documents are restored too, their secrets hidden", async () => {
  const house = await openHouse();
  const put = (value: object) => house.store.documents.put("templates", "T", value, { by: "cli" });
  await put({ name: "one", station: { password: "SECRET" } });
  await put({ name: "two", station: { password: "SECRET" } });
  const row = await newest(house);
  expect(row.before).toEqual({ name: "one", station: { password: "••••••" } });
  await house.ask("POST", `/api/history/${row.id}/restore`, { state: "before" });
  expect((await house.store.documents.list("templates"))[0]?.value).toEqual({
    name: "one",
    station: { password: "SECRET" },
  });
});

test.each([
  ["", 400],
  ["x".repeat(101), 400],
  ["a\tb", 400],
  [Buffer.from("Zoë Ørsted").toString("latin1"), 201],
])("the name %j of who makes a change gives %i", async (name, status) => {
  const house = await openHouse();
  const answer = await house.ask("POST", "/api/stations", station, { "X-Stationmaster-User": name });
  expect(answer.status).toBe(status);
  if (status === 400) expect(answer.body).toMatchObject({ error: { field: "x-stationmaster-user" } });
  else expect(await newest(house)).toMatchObject({ by: "Zoë Ørsted" });
});

test("a change that is not there is said to be so", async () => {
  const house = await openHouse();
  for (const [method, path] of [
    ["GET", "/api/history/nothing"],
    ["POST", "/api/history/nothing/restore"],
  ] as const) {
    const answer = await house.ask(method, path, method === "POST" ? { state: "after" } : undefined);
    expect([answer.status, answer.body]).toMatchObject([404, { error: { code: "not-found", field: "id" } }]);
  }
});
