import { expect, test } from "vitest";
import { openHouse } from "./testing/harness.ts";

const station = { id: "A", dialect: "1.6J", autostart: false };

type Case = [string, string, unknown, number, { code: string; field?: string; allowed?: unknown }];

const cases: Case[] = [
  // What is asked
  [
    "GET",
    "/api/frames?staton=A",
    undefined,
    400,
    { code: "bad-request", field: "staton", allowed: expect.arrayContaining(["station", "limit", "cursor"]) },
  ],
  [
    "GET",
    "/api/frames?direction=up",
    undefined,
    400,
    { code: "bad-request", field: "direction", allowed: ["in", "out"] },
  ],
  [
    "GET",
    "/api/frames?kind=call&kind=cal",
    undefined,
    400,
    { code: "bad-request", field: "kind", allowed: expect.arrayContaining(["call", "fault"]) },
  ],
  ["GET", "/api/frames?limit=0", undefined, 400, { code: "bad-request", field: "limit" }],
  ["GET", "/api/frames?limit=ten", undefined, 400, { code: "bad-request", field: "limit" }],
  ["GET", "/api/frames?limit=1&limit=2", undefined, 400, { code: "bad-request", field: "limit" }],
  ["GET", "/api/frames?from=yesterday", undefined, 400, { code: "bad-request", field: "from" }],
  [
    "GET",
    "/api/frames?errors=yes",
    undefined,
    400,
    { code: "bad-request", field: "errors", allowed: ["true", "false"] },
  ],
  ["GET", "/api/frames?after=1", undefined, 400, { code: "bad-request", field: "after" }],
  ["GET", "/api/frames?cursor=nonsense", undefined, 400, { code: "bad-request", field: "cursor" }],
  ["GET", "/api/transactions?cursor=nonsense", undefined, 400, { code: "bad-request", field: "cursor" }],
  [
    "GET",
    "/api/samples?order=up",
    undefined,
    400,
    { code: "bad-request", field: "order", allowed: ["newest", "oldest"] },
  ],
  [
    "GET",
    "/api/export/frames?format=xml",
    undefined,
    400,
    { code: "bad-request", field: "format", allowed: ["json", "ndjson", "csv"] },
  ],
  ["GET", "/api/export/frames?limit=3", undefined, 400, { code: "bad-request", field: "limit" }],
  ["GET", "/api/stations?x=1", undefined, 400, { code: "bad-request", field: "x" }],
  ["GET", "/health?x=1", undefined, 400, { code: "bad-request", field: "x" }],
  ["GET", "/api/live", undefined, 400, { code: "bad-request", field: "Upgrade" }],
  // What is not there
  ["GET", "/api/frames/00000000000000000000000000", undefined, 404, { code: "not-found", field: "id" }],
  ["GET", "/api/stations/B", undefined, 404, { code: "not-found", field: "id" }],
  ["PATCH", "/api/stations/B", {}, 404, { code: "not-found", field: "id" }],
  ["DELETE", "/api/stations/B", undefined, 404, { code: "not-found", field: "id" }],
  ["POST", "/api/stations/B/events", { kind: "power-on" }, 404, { code: "not-found", field: "id" }],
  ["POST", "/api/sandbox/stations/B/calls", { action: "Reset" }, 404, { code: "not-found", field: "id" }],
  ["GET", "/api/nothing", undefined, 404, { code: "not-found" }],
  ["GET", "/api", undefined, 404, { code: "not-found" }],
  ["GET", "/missing.js", undefined, 404, { code: "not-found" }],
  // Wrong methods
  ["POST", "/api/frames", {}, 405, { code: "method-not-allowed", allowed: ["GET", "HEAD"] }],
  ["PUT", "/api/stations", {}, 405, { code: "method-not-allowed", allowed: ["GET", "POST", "HEAD"] }],
  ["DELETE", "/openapi.json", undefined, 405, { code: "method-not-allowed", allowed: ["GET", "HEAD"] }],
  // Bodies
  ["POST", "/api/stations", '{"id":', 400, { code: "bad-request" }],
  ["POST", "/api/stations", "[]", 400, { code: "bad-request" }],
  ["POST", "/api/stations", "null", 400, { code: "bad-request" }],
  [
    "POST",
    "/api/stations",
    '{"id":"B","dialect":"1.6J","__proto__":{"x":1}}',
    400,
    { code: "bad-request", field: "__proto__" },
  ],
  ["POST", "/api/stations", {}, 400, { code: "bad-request", field: "id" }],
  [
    "POST",
    "/api/stations",
    { id: "B" },
    400,
    { code: "bad-request", field: "dialect", allowed: ["1.6J", "1.6S", "2.0.1", "2.1"] },
  ],
  [
    "POST",
    "/api/stations",
    { id: "B", dialect: "1.6S" },
    400,
    { code: "bad-request", field: "dialect", allowed: ["1.6J", "2.0.1", "2.1"] },
  ],
  ["POST", "/api/stations", { id: "a:b", dialect: "2.0.1" }, 400, { code: "bad-request", field: "id" }],
  [
    "POST",
    "/api/stations",
    { id: "B".repeat(49), dialect: "2.0.1" },
    400,
    { code: "bad-request", field: "id" },
  ],
  ["POST", "/api/stations", { id: "..", dialect: "1.6J" }, 400, { code: "bad-request", field: "id" }],
  [
    "POST",
    "/api/stations",
    { ...station, id: "B", url: "http://csms" },
    400,
    { code: "bad-request", field: "url" },
  ],
  [
    "POST",
    "/api/stations",
    { ...station, id: "B", url: "ws://u:p@csms" },
    400,
    { code: "bad-request", field: "url" },
  ],
  [
    "POST",
    "/api/stations",
    { ...station, id: "B", colour: 1 },
    400,
    { code: "bad-request", field: "colour", allowed: expect.arrayContaining(["id", "url"]) },
  ],
  [
    "POST",
    "/api/stations",
    { ...station, id: "B", policies: { in: "on", out: "off" } },
    400,
    { code: "bad-request", field: "policies.in", allowed: ["off", "report", "enforce"] },
  ],
  [
    "POST",
    "/api/stations",
    { ...station, id: "B", description: { evses: [{ connectors: [{ phases: 2 }] }] } },
    400,
    { code: "bad-request", field: "description.evses.0.connectors.0.phases", allowed: [1, 3] },
  ],
  ["POST", "/api/stations", station, 409, { code: "conflict", field: "id" }],
  ["PATCH", "/api/stations/A", { id: "C" }, 400, { code: "bad-request", field: "id" }],
  ["PATCH", "/api/stations/A", { callTimeout: -1 }, 400, { code: "bad-request", field: "callTimeout" }],
  [
    "POST",
    "/api/stations/A/events",
    { kind: "connected" },
    400,
    { code: "bad-request", field: "kind", allowed: expect.arrayContaining(["power-on", "craft"]) },
  ],
  [
    "POST",
    "/api/stations/A/events",
    { kind: "plug-in", evse: 3 },
    400,
    { code: "bad-request", field: "evse", allowed: [1, 2] },
  ],
  [
    "POST",
    "/api/stations/A/events",
    { kind: "plug-in", evse: 1, connector: 2 },
    400,
    { code: "bad-request", field: "connector", allowed: [1] },
  ],
  [
    "POST",
    "/api/stations/A/events",
    { kind: "plug-in", evse: "1" },
    400,
    { code: "bad-request", field: "evse" },
  ],
  [
    "POST",
    "/api/stations/A/events",
    { kind: "craft", action: "Heartbeat", payload: [] },
    400,
    { code: "bad-request", field: "payload" },
  ],
  ["POST", "/api/stations/A/raw", { text: "" }, 400, { code: "bad-request", field: "text" }],
  ["POST", "/api/stations/A/raw", { text: "[]" }, 409, { code: "conflict" }],
  [
    "PUT",
    "/api/stations/A/policies",
    { in: "off" },
    400,
    { code: "bad-request", field: "out", allowed: ["off", "report", "enforce"] },
  ],
  [
    "PUT",
    "/api/sandbox/misbehaviours",
    { names: ["nonsense"] },
    400,
    { code: "bad-request", field: "names", allowed: expect.arrayContaining(["boot-rejected"]) },
  ],
];

test("each bad request is answered with its place and what is allowed there", async () => {
  const { ask, reported } = await openHouse();
  expect((await ask("POST", "/api/stations", station)).status).toBe(201);
  for (const [method, path, body, status, error] of cases) {
    const answer = await ask(method, path, body);
    expect([method, path, body, answer.status, answer.body]).toEqual([
      method,
      path,
      body,
      status,
      { error: expect.objectContaining({ ...error, message: expect.stringMatching(/\w+/) }) },
    ]);
  }
  expect((await ask("GET", "/api/stations")).body).toMatchObject({ items: [{ id: "A" }] });
  expect(reported).toEqual([]);
});

test("a wrong method says which are right in the Allow header too", async () => {
  const { ask } = await openHouse();
  expect((await ask("DELETE", "/api/frames")).headers.get("Allow")).toBe("GET, HEAD");
});

test("a body of another type is refused", async () => {
  const { ask } = await openHouse();
  const answer = await ask("POST", "/api/stations", JSON.stringify(station), {
    "Content-Type": "text/plain",
  });
  expect(answer.status).toBe(415);
  expect(answer.body).toEqual({
    error: {
      code: "unsupported-media-type",
      message: "Send the body as Content-Type: application/json.",
      field: "Content-Type",
      allowed: ["application/json"],
    },
  });
});

test.each([
  { path: "/api/stations", most: 1000 },
  // What goes out as a frame may be as long as one, and JSON may escape it.
  { path: "/api/stations/A/raw", most: 2 ** 20 + 2000 },
])("a body that is too large for $path is refused, announced or not", async ({ path, most }) => {
  const { ask, app } = await openHouse({ limits: { body: 1000, frame: 1000 } });
  const body = (length: number): { text: string } => ({ text: "x".repeat(length) });
  expect((await ask("POST", path, body(most - 100))).status).not.toBe(413);
  const announced = await ask("POST", path, body(most));
  expect([announced.status, announced.body]).toMatchObject([
    413,
    { error: { code: "too-large", allowed: [most] } },
  ]);
  const streamed = await app.request(`http://localhost${path}`, {
    method: "POST",
    headers: { Host: "localhost", "Content-Type": "application/json" },
    body: new Blob([JSON.stringify(body(most))]).stream(),
    duplex: "half",
  });
  expect(streamed.status).toBe(413);
});

test("an error of ours is reported and tells nothing of the inside", async () => {
  const { ask, store, reported } = await openHouse();
  await store.close();
  const answer = await ask("GET", "/api/frames");
  expect([answer.status, answer.body]).toMatchObject([500, { error: { code: "internal" } }]);
  expect(reported).toHaveLength(1);
});
