import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { defined } from "../defined.ts";
import type { ConnectionQuery } from "../store/store.ts";
import type { ApiParts } from "./parts.ts";
import { pageRequest, wholePage } from "./queries.ts";
import { json, problem, routes } from "./routes.ts";
import { page } from "./schema/common.ts";
import { connectionListQuery, connectionRow } from "./schema/connections.ts";

const list = createRoute({
  method: "get",
  path: "/api/connections",
  summary: "Attempts of stations to be connected, newest first",
  request: { query: connectionListQuery },
  responses: { 200: json("One page.", page(connectionRow)), default: problem },
});

/** When stations were connected, and how it ended. */
export function connectionRoutes({ store }: ApiParts): OpenAPIHono {
  return routes().openapi(list, async (c) => {
    const { station: stations, outcome, from, to, ...paging } = c.req.valid("query");
    const asked: ConnectionQuery = defined({ stations, outcome, from, to });
    return c.json(await wholePage(store.connections.query(asked, pageRequest(paging))), 200);
  });
}
