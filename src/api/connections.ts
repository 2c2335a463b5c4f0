import type { OpenAPIHono } from "@hono/zod-openapi";
import { defined } from "../defined.ts";
import type { ApiParts } from "./parts.ts";
import { pageOf } from "./queries.ts";
import { listRoute, routes } from "./routes.ts";
import { connectionListQuery, connectionRow } from "./schema/connections.ts";

const list = listRoute(
  "/api/connections",
  "Attempts of stations to be connected, newest first",
  connectionListQuery,
  connectionRow,
);

/** When stations were connected, and how it ended. */
export function connectionRoutes({ store }: ApiParts): OpenAPIHono {
  return routes().openapi(list, async (c) => {
    const found = await pageOf(c.req.valid("query"), ({ station: stations, ...rest }, page) =>
      store.connections.query(defined({ stations, ...rest }), page),
    );
    return c.json(found, 200);
  });
}
