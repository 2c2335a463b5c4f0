import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { strict } from "../input/strict.ts";
import { documentKinds } from "../server/history/kinds.ts";
import { documentMask, maskChange } from "../server/history/mask.ts";
import { currentState, planRestore, restore } from "../server/history/restore.ts";
import type { RestorePlan } from "../server/history/restore.ts";
import type { HistoryRow } from "../store/rows.ts";
import type { ApiParts } from "./parts.ts";
import { settled, there } from "./problem.ts";
import { pageOf } from "./queries.ts";
import { body, listRoute, ok, route, routes } from "./routes.ts";
import { historyDetail, historyListQuery, historyRow, restoreRequest, restored } from "./schema/history.ts";
import { changeBy, personHeader } from "./schema/person.ts";

const params = strict({ id: z.string().min(1).max(64) });

const list = listRoute(
  "/api/history",
  "Changes of stations and of settings of the product, newest first",
  historyListQuery,
  historyRow,
);

const one = route.get(
  "/api/history/{id}",
  "One change, and what returning to either side of it would do now",
  { params },
  ok("The change.", historyDetail),
);

const back = route.post(
  "/api/history/{id}/restore",
  "Bring a station or other document back into the state before or after a change",
  {
    params,
    headers: personHeader,
    body: body(restoreRequest),
  },
  ok("What was done.", restored),
);

/** Who changed what and when, and the way back. */
export function historyRoutes(parts: ApiParts): OpenAPIHono {
  const { store } = parts;
  const change = (id: string): Promise<HistoryRow> => there(store.history.get(id), "change", id);
  const kindOf = documentKinds(parts);
  return routes()
    .openapi(list, async (c) => {
      const found = await pageOf(c.req.valid("query"), (asked, page) => store.history.query(asked, page));
      return c.json({ ...found, items: found.items.map((row) => maskChange(kindOf(row), row)) }, 200);
    })
    .openapi(one, async (c) => {
      const row = await change(c.req.valid("param").id);
      const current = await currentState(store, row);
      const kind = kindOf(row);
      const mask = documentMask(kind, row.collection, [row.before, row.after, current]);
      const shown = ({ action, difference, problem: why }: RestorePlan) => ({
        action,
        difference: mask.difference(difference),
        problem: why?.message ?? null,
      });
      const plans = {
        before: shown(planRestore(kind, row, "before", current)),
        after: shown(planRestore(kind, row, "after", current)),
      };
      return c.json({ ...maskChange(kind, row), restore: plans }, 200);
    })
    .openapi(back, async (c) => {
      const row = await change(c.req.valid("param").id);
      const { state } = c.req.valid("json");
      const done = await restore(store, kindOf(row), row, state, changeBy(c.req.valid("header")));
      return c.json({ collection: row.collection, document: row.document, done: settled(done) }, 200);
    });
}
