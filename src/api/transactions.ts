import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiParts } from "./parts.ts";
import { pageOf, transactionQuery } from "./queries.ts";
import { listRoute, routes } from "./routes.ts";
import { transactionListQuery, transactionRow } from "./schema/recorded.ts";

const list = listRoute(
  "/api/transactions",
  "Transactions, newest first",
  transactionListQuery,
  transactionRow,
);

/** What the frames say about charging sessions. */
export function transactionRoutes({ store }: ApiParts): OpenAPIHono {
  return routes().openapi(list, async (c) => {
    const found = await pageOf(c.req.valid("query"), (asked, page) =>
      store.transactions.query(transactionQuery(asked), page),
    );
    return c.json(found, 200);
  });
}
