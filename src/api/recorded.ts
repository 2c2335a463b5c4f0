import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiParts } from "./parts.ts";
import { ofStations, pageOf, sampleQuery } from "./queries.ts";
import { listRoute, routes } from "./routes.ts";
import * as schema from "./schema/recorded.ts";

const transactions = listRoute(
  "/api/transactions",
  "Transactions, newest first",
  schema.transactionListQuery,
  schema.transactionRow,
);
const samples = listRoute(
  "/api/samples",
  "Meter samples, newest first",
  schema.sampleListQuery,
  schema.sampleRow,
);
const events = listRoute(
  "/api/events",
  "What messages said of transactions, newest first",
  schema.transactionEventListQuery,
  schema.transactionEventRow,
);
const connections = listRoute(
  "/api/connections",
  "Attempts of stations to be connected, newest first",
  schema.connectionListQuery,
  schema.connectionRow,
);

/** What the frames say: of charging sessions, of meters, and of when stations were connected and how that ended. */
export function recordedRoutes({ store }: ApiParts): OpenAPIHono {
  return routes()
    .openapi(transactions, async (c) => {
      const query = c.req.valid("query");
      return c.json(await pageOf(query, (of, page) => store.transactions.query(ofStations(of), page)), 200);
    })
    .openapi(samples, async (c) => {
      const query = c.req.valid("query");
      return c.json(await pageOf(query, (of, page) => store.samples.query(sampleQuery(of), page)), 200);
    })
    .openapi(events, async (c) => {
      const query = c.req.valid("query");
      return c.json(await pageOf(query, (of, page) => store.events.query(ofStations(of), page)), 200);
    })
    .openapi(connections, async (c) => {
      const query = c.req.valid("query");
      return c.json(await pageOf(query, (of, page) => store.connections.query(ofStations(of), page)), 200);
    });
}
