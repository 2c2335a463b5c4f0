import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiParts } from "./parts.ts";
import { json, problem, routes } from "./routes.ts";
import { strict } from "./schema/common.ts";
import { healthSchema } from "./schema/info.ts";

const health = createRoute({
  method: "get",
  path: "/health",
  summary: "Whether the server can do its work",
  request: { query: strict({}) },
  responses: {
    200: json("All is well.", healthSchema),
    503: json("The store fails: frames wait in memory.", healthSchema),
    default: problem,
  },
});

/** Longest wait for the store's answer, ms. */
const patience = 5000;

/** Asks the store each time, so that a monitor sees what the next frame would meet. */
export function healthRoutes(parts: ApiParts): OpenAPIHono {
  return routes().openapi(health, async (c) => {
    const failure = await storeProblem(parts);
    const journal = parts.journal.status();
    const ok = failure === null && journal.failing === null;
    const body = {
      status: ok ? ("ok" as const) : ("failing" as const),
      store: { ok: failure === null, problem: failure },
      journal,
      fleet: parts.stations.counts(),
    };
    return ok ? c.json(body, 200) : c.json(body, 503);
  });
}

async function storeProblem(parts: ApiParts): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("The store did not answer in time."), patience);
  });
  try {
    const asked = parts.store.frames.query({}, { limit: 1 }).then(() => null);
    return await Promise.race([asked, tooLong]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}
