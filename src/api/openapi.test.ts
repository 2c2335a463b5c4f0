import { expect, test } from "vitest";
import { openHouse } from "./testing/harness.ts";

test("the document holds every route, and no other", async () => {
  const { app, ask } = await openHouse();
  const { body, status } = await ask("GET", "/openapi.json");
  expect(status).toBe(200);
  expect(body).toMatchObject({ openapi: "3.1.0", info: { title: "Stationmaster", version: "1.2.3" } });
  const document = JSON.parse(JSON.stringify(body)) as { paths: Record<string, Record<string, unknown>> };
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const routed = app.routes
    .filter(({ method, path }) => method !== "ALL" && path !== "/openapi.json")
    .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  expect(documented.toSorted()).toEqual([...new Set(routed)].toSorted());
  expect(documented).toEqual(
    expect.arrayContaining(["GET /health", "GET /api/frames", "POST /api/stations"]),
  );
});

test("every reference in the document leads somewhere", async () => {
  const { document } = await openHouse();
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
  expect(references.length).toBeGreaterThan(20);
  for (const name of references) expect(document.components?.schemas).toHaveProperty([name ?? ""]);
});

test("every operation says what it is for, and which errors look how", async () => {
  const { document } = await openHouse();
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const operation of Object.values(methods as Record<string, Record<string, unknown>>)) {
      expect(operation["summary"], path).toBeTypeOf("string");
      expect(operation["responses"], path).toHaveProperty("default");
    }
  }
});
