import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stationmaster</title>
<style>body{font:16px/1.5 system-ui;max-width:34rem;margin:15vh auto;padding:0 1rem}code{background:#8883;padding:.1em .3em}</style>
<h1>Stationmaster is running</h1><p>The web app is not built yet. Run <code>npm run build:web</code> (or start with
<code>make run</code>) and reload this page.</p><p>The API works without it: <a href="/openapi.json">openapi.json</a>,
<a href="/api/stations">stations</a>, <a href="/health">health</a>.</p></html>
`;

/**
 * Serves the built web app: files by their name (hashed ones to be kept for ever), and its start page for every address
 * that the app itself routes. `isApi` tells the addresses that are not the app's.
 */
export function webFiles(folder: string, isApi: (path: string) => boolean): MiddlewareHandler {
  const index = join(folder, "index.html");
  const files = serveStaticLazily(folder);
  return async (c, next) => {
    const { path, method } = c.req;
    if ((method !== "GET" && method !== "HEAD") || isApi(path)) return await next();
    if (!existsSync(index)) {
      if (looksLikeFile(path)) return await next();
      return c.html(notBuilt, path === "/" ? 200 : 404);
    }
    if (path !== "/" && path !== "/index.html") {
      const found = await files()(c, async () => {});
      if (found instanceof Response) {
        const hashed = /^\/assets\/[^/]+-[\w-]{8,}\.\w+$/.test(path);
        found.headers.set("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
        return found;
      }
      if (looksLikeFile(path)) return await next();
    }
    c.header("Cache-Control", "no-cache");
    return c.html(await readFile(index, "utf8"));
  };
}

/** Made on first use: the folder may be built while the server runs. */
function serveStaticLazily(root: string): () => MiddlewareHandler {
  let made: MiddlewareHandler | undefined;
  return () => (made ??= serveStatic({ root, precompressed: true }));
}

function looksLikeFile(path: string): boolean {
  return /\.\w+$/.test(path);
}
