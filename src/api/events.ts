import type { OpenAPIHono } from "@hono/zod-openapi";
import { defined } from "../defined.ts";
import type { ApiParts } from "./parts.ts";
import { pageOf } from "./queries.ts";
import { listRoute, routes } from "./routes.ts";
import { transactionEventListQuery, transactionEventRow } from "./schema/events.ts";

const list = listRoute(
  "/api/events",
  "What messages said of transactions, newest first",
  transactionEventListQuery,
  transactionEventRow,
);

/** Starts, updates and ends of transactions, as they came. */
export function eventRoutes({ store }: ApiParts): OpenAPIHono {
  return routes().openapi(list, async (c) => {
    const found = await pageOf(c.req.valid("query"), ({ station: stations, ...rest }, page) =>
      store.events.query(defined({ stations, ...rest }), page),
    );
    return c.json(found, 200);
  });
}
