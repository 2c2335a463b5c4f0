import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiParts } from "./parts.ts";
import { pageOf, sampleQuery } from "./queries.ts";
import { listRoute, routes } from "./routes.ts";
import { sampleListQuery, sampleRow } from "./schema/recorded.ts";

const list = listRoute("/api/samples", "Meter samples, newest first", sampleListQuery, sampleRow);

/** What the stations reported of their meters. */
export function sampleRoutes({ store }: ApiParts): OpenAPIHono {
  return routes().openapi(list, async (c) => {
    const query = c.req.valid("query");
    return c.json(await pageOf(query, (asked, page) => store.samples.query(sampleQuery(asked), page)), 200);
  });
}
