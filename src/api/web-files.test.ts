import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openHouse } from "./testing/harness.ts";

function built(): string {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-web-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>the app</title>");
  writeFileSync(join(folder, "icon.svg"), "<svg/>");
  writeFileSync(join(folder, "assets", "index-DiwrgTda.js"), "export {};");
  writeFileSync(join(folder, "assets", "index-DiwrgTda.css"), "a{}");
  writeFileSync(join(folder, "..", "outside.txt"), "not yours");
  return folder;
}

test.each([
  ["/", "text/html; charset=UTF-8", "no-cache"],
  ["/index.html", "text/html; charset=UTF-8", "no-cache"],
  ["/inspector/01ABC", "text/html; charset=UTF-8", "no-cache"],
  ["/icon.svg", "image/svg+xml; charset=utf-8", "no-cache"],
  ["/assets/index-DiwrgTda.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
  ["/assets/index-DiwrgTda.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable"],
])("%s is served as %s, %s", async (path, type, caching) => {
  const { ask } = await openHouse({ webFolder: built() });
  const { status, headers, text } = await ask("GET", path);
  expect([status, headers.get("Content-Type"), headers.get("Cache-Control")]).toEqual([200, type, caching]);
  expect(text).not.toBe("");
});

test.each([
  "/assets/none-DiwrgTda.js",
  "/../outside.txt",
  "/%2e%2e/outside.txt",
  "/..%2foutside.txt",
  "/api/none",
  "/.env",
])("%s is not there", async (path) => {
  const { ask } = await openHouse({ webFolder: built() });
  const { status, text } = await ask("GET", path);
  expect(text).not.toContain("not yours");
  expect(status).toBe(404);
});

test("before the web app is built, its page says how", async () => {
  const { ask } = await openHouse();
  const { status, text } = await ask("GET", "/");
  expect(status).toBe(200);
  expect(text).toContain("npm run build:web");
});

test("HEAD has the headers and no body", async () => {
  const { ask } = await openHouse({ webFolder: built() });
  for (const path of ["/", "/assets/index-DiwrgTda.js", "/api/stations"]) {
    const { status, text } = await ask("HEAD", path);
    expect([path, status, text]).toEqual([path, 200, ""]);
  }
});
