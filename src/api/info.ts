import type { OpenAPIHono } from "@hono/zod-openapi";
import { dialects, playableDialects } from "../../protocol/dialect.ts";
import type { ApiParts } from "./parts.ts";
import { ok, route, routes } from "./routes.ts";
import { infoSchema } from "./schema/info.ts";

const info = route.get(
  "/api/info",
  "What this server is and what it runs with",
  {},
  ok("The server.", infoSchema),
);

/** What the web app asks first. Nothing of it is asked of the store, which may be away, or large. */
export function infoRoutes(parts: ApiParts): OpenAPIHono {
  return routes().openapi(info, (c) => {
    const { version, startedAt, dataFolder, settings, process, homeReason } = parts.about;
    const { home } = parts.store;
    return c.json(
      {
        name: "stationmaster",
        version,
        startedAt,
        dialects: dialects.map((dialect) => ({ dialect, playable: playableDialects.includes(dialect) })),
        sandbox: parts.sandbox === null ? null : { url: parts.sandbox.url },
        store: {
          home: home.kind,
          path: home.kind === "embedded" ? dataFolder : home.place,
          version: home.version,
          reason: homeReason ?? "it is the default",
          changes: home.changes,
          warnings: home.warnings,
          process: process ?? null,
        },
        settings,
      },
      200,
    );
  });
}
