import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiParts } from "./parts.ts";
import { pageRequest, sampleQuery, wholePage } from "./queries.ts";
import { json, problem, routes } from "./routes.ts";
import { page } from "./schema/common.ts";
import { sampleListQuery, sampleRow } from "./schema/recorded.ts";

const list = createRoute({
  method: "get",
  path: "/api/samples",
  summary: "Meter samples, newest first",
  request: { query: sampleListQuery },
  responses: { 200: json("One page.", page(sampleRow)), default: problem },
});

/** What the stations reported of their meters. */
export function sampleRoutes({ store }: ApiParts): OpenAPIHono {
  return routes().openapi(list, async (c) => {
    const query = c.req.valid("query");
    const found = await wholePage(store.samples.query(sampleQuery(query), pageRequest(query)));
    return c.json(found, 200);
  });
}
