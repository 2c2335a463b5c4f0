import { join } from "node:path";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { StoreFacts } from "../store/facts.ts";
import { spoolFill, storeStatus } from "../store/status.ts";
import type { ApiParts } from "./parts.ts";
import { ok, route, routes } from "./routes.ts";
import { storeSchema } from "./schema/store.ts";

const status = route.get(
  "/api/store",
  "What the store is, what it holds, who wrote there and what waits",
  {},
  ok("The store.", storeSchema),
);

const unknown: StoreFacts = { schema: null, expire: {} };

/** The store as `stationmaster store status` shows it. */
export function storeRoutes(parts: ApiParts): OpenAPIHono {
  return routes().openapi(status, async (c) => {
    const facts = (await parts.storeFacts?.()) ?? unknown;
    const waiting = parts.journal.status().spool ?? { records: 0, bytes: 0 };
    const spool = spoolFill(join(parts.about.dataFolder, "spool"), waiting);
    return c.json(await storeStatus(parts.store, facts, spool), 200);
  });
}
