import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { defined } from "../defined.ts";
import type { TransactionEventQuery } from "../store/store.ts";
import type { ApiParts } from "./parts.ts";
import { pageRequest, wholePage } from "./queries.ts";
import { json, problem, routes } from "./routes.ts";
import { page } from "./schema/common.ts";
import { transactionEventListQuery, transactionEventRow } from "./schema/events.ts";

const list = createRoute({
  method: "get",
  path: "/api/events",
  summary: "What messages said of transactions, newest first",
  request: { query: transactionEventListQuery },
  responses: { 200: json("One page.", page(transactionEventRow)), default: problem },
});

/** Starts, updates and ends of transactions, as they came. */
export function eventRoutes({ store }: ApiParts): OpenAPIHono {
  return routes().openapi(list, async (c) => {
    const { station: stations, transactionKey, from, to, ...paging } = c.req.valid("query");
    const asked: TransactionEventQuery = defined({ stations, transactionKey, from, to });
    return c.json(await wholePage(store.events.query(asked, pageRequest(paging))), 200);
  });
}
