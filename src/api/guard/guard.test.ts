import { expect, test } from "vitest";
import { openHouse } from "../testing/harness.ts";

const token = "0123456789abcdef-secret";
const beyond = { access: { loopback: false, token, allowedHosts: ["csms.example"] } };

test.each([
  ["localhost:7410", 200],
  ["127.0.0.1", 200],
  ["[::1]:7410", 200],
  ["demo.localhost", 200],
  ["my.host:1", 200],
  ["evil.example", 403],
  ["localhost.evil.example", 403],
  ["127.0.0.1.evil.example", 403],
  ["", 403],
])("on loopback, host %j gives %i", async (host, status) => {
  const { ask } = await openHouse({ access: { loopback: true, token: null, allowedHosts: ["my.host"] } });
  const answer = await ask("GET", "/api/stations", undefined, { Host: host });
  expect(answer.status).toBe(status);
  if (status === 403) expect(answer.body).toMatchObject({ error: { code: "forbidden", field: "Host" } });
});

test.each([
  ["http://localhost:5173", 200],
  ["http://127.0.0.1:7410", 200],
  ["https://evil.example", 403],
  ["null", 403],
])("on loopback, origin %s gives %i", async (Origin, status) => {
  const { ask } = await openHouse();
  expect((await ask("GET", "/api/stations", undefined, { Origin })).status).toBe(status);
});

test.each([
  ["http://box:7410", 200],
  ["https://csms.example", 200],
  ["http://localhost:5173", 403],
  ["https://evil.example", 403],
])("beyond loopback, origin %s gives %i", async (Origin, status) => {
  const { ask } = await openHouse(beyond);
  const headers = { Host: "box:7410", Origin, Authorization: `Bearer ${token}` };
  expect((await ask("GET", "/api/stations", undefined, headers)).status).toBe(status);
});

test("with a token set, nothing but health is open", async () => {
  const { ask } = await openHouse(beyond);
  for (const path of ["/api/stations", "/openapi.json", "/api/live", "/api/export/frames", "/assets/x.js"]) {
    const answer = await ask("GET", path);
    expect([path, answer.status]).toEqual([path, 401]);
    expect(answer.headers.get("WWW-Authenticate")).toContain("Bearer");
  }
  expect((await ask("GET", "/health")).status).toBe(200);
});

test("the token opens, a wrong one does not", async () => {
  const { ask } = await openHouse(beyond);
  const as = (Authorization: string) => ask("GET", "/api/stations", undefined, { Authorization });
  expect((await as(`Bearer ${token}`)).status).toBe(200);
  expect((await as(`bearer  ${token}`)).status).toBe(200);
  for (const wrong of [`Bearer ${token}x`, `Bearer ${token.slice(1)}`, "Bearer", token, `Basic ${token}`]) {
    expect((await as(wrong)).status).toBe(401);
  }
});

test("a browser gets a cookie for the token, which is not the token", async () => {
  const { ask } = await openHouse(beyond);
  const login = await ask("GET", `/?token=${token}`);
  expect([login.status, login.headers.get("Location")]).toEqual([303, "/"]);
  const cookie = login.headers.get("Set-Cookie") ?? "";
  expect(cookie).toMatch(/^stationmaster=[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Lax$/);
  expect(cookie).not.toContain(token);
  const value = cookie.split(";")[0] ?? "";
  expect((await ask("GET", "/api/stations", undefined, { Cookie: value })).status).toBe(200);
  expect((await ask("GET", "/api/stations", undefined, { Cookie: `${value}x` })).status).toBe(401);
  expect((await ask("GET", "/api/stations", undefined, { Cookie: `stationmaster=${token}` })).status).toBe(
    401,
  );
});

test("a browser without the token is asked for it", async () => {
  const { ask } = await openHouse(beyond);
  for (const path of ["/", "/?token=wrong"]) {
    const page = await ask("GET", path, undefined, { Accept: "text/html" });
    expect(page.status).toBe(401);
    expect(page.headers.get("Set-Cookie")).toBeNull();
    expect(page.text).toContain('name="token"');
  }
});

test("every answer carries the security headers", async () => {
  const { ask } = await openHouse();
  for (const path of ["/", "/health", "/api/stations", "/api/nothing", "/api/frames?x=1"]) {
    const { headers } = await ask("GET", path);
    expect(headers.get("Content-Security-Policy")).toContain("script-src 'self' 'unsafe-eval';");
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    if (path.startsWith("/api")) expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
  }
});
