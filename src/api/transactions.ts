import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiParts } from "./parts.ts";
import { pageRequest, transactionQuery, wholePage } from "./queries.ts";
import { json, problem, routes } from "./routes.ts";
import { page } from "./schema/common.ts";
import { transactionListQuery, transactionRow } from "./schema/recorded.ts";

const list = createRoute({
  method: "get",
  path: "/api/transactions",
  summary: "Transactions, newest first",
  request: { query: transactionListQuery },
  responses: { 200: json("One page.", page(transactionRow)), default: problem },
});

/** What the frames say about charging sessions. */
export function transactionRoutes({ store }: ApiParts): OpenAPIHono {
  return routes().openapi(list, async (c) => {
    const query = c.req.valid("query");
    const found = await wholePage(store.transactions.query(transactionQuery(query), pageRequest(query)));
    return c.json(found, 200);
  });
}
