import { createRoute, z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { isObject } from "../../protocol/payload/read.ts";
import { wellFormed } from "../conformance/report/kept-run.ts";
import { strict } from "../input/strict.ts";
import { kept } from "../server/documents/kept.ts";
import type { RunRow } from "../store/rows.ts";
import type { OwnChanges } from "./live/hub.ts";
import type { ApiParts } from "./parts.ts";
import { ProblemError, there } from "./problem.ts";
import { pageOf } from "./queries.ts";
import { body, gone, json, listRoute, noQuery, ok, problem, route, routes } from "./routes.ts";
import { page } from "./schema/common.ts";
import { keptRunBody } from "./schema/kept-run.ts";
import {
  findingListQuery,
  findingRow,
  runDetail,
  runFindingsQuery,
  runListQuery,
  runRow,
} from "./schema/runs.ts";

const params = strict({ id: z.string().min(1).max(64) });

const list = listRoute("/api/runs", "Audits that were kept, newest first", runListQuery, runRow);

const keep = createRoute({
  method: "post",
  path: "/api/runs",
  summary: "Keep an audit that ended, and its findings",
  description:
    "For 'stationmaster audit --keep' on the data folder of this server. It is kept whole or not at all.",
  request: { query: noQuery, body: body(keptRunBody) },
  responses: { 201: json("The audit, as in the list.", runRow), default: problem },
});

const one = route.get("/api/runs/{id}", "One audit with its report", { params }, ok("The audit.", runDetail));

const remove = route.delete(
  "/api/runs/{id}",
  "Remove an audit and its findings; the frames stay",
  { params },
  gone,
);

const ofRun = route.get(
  "/api/runs/{id}/findings",
  "The checks of an audit that are not green",
  { query: runFindingsQuery, params },
  ok("One page.", page(findingRow)),
);

const findings = listRoute(
  "/api/findings",
  "Checks that are not green, of all audits",
  findingListQuery,
  findingRow,
);

/** Audits and what they found. */
export function runRoutes({ store }: ApiParts, ownChanges: OwnChanges): OpenAPIHono {
  const run = (id: string): Promise<RunRow> => there(store.runs.get(id), "run", id);
  return routes()
    .openapi(list, async (c) => {
      const found = await pageOf(c.req.valid("query"), (asked, page) => store.runs.query(asked, page));
      return c.json({ ...found, items: found.items.map(({ report: _, ...row }) => row) }, 200);
    })
    .openapi(keep, async (c) => {
      const { run: whole, findings: found } = wellFormed(c.req.valid("json"));
      const { report: _, ...row } = whole;
      if ((await store.runs.get(row.id)) !== null) {
        throw new ProblemError({
          code: "conflict",
          message: `There is a run "${row.id}" already.`,
          field: "run.id",
        });
      }
      const failure = await kept(store.runs.put(whole, found));
      if (failure !== null) throw new ProblemError(failure);
      ownChanges.tell([{ collection: "runs", id: row.id, action: "put" }]);
      return c.json(row, 201);
    })
    .openapi(one, async (c) => {
      const { report, ...row } = await run(c.req.valid("param").id);
      return c.json({ ...row, report: isObject(report) ? report : null }, 200);
    })
    .openapi(remove, async (c) => {
      const { id } = await run(c.req.valid("param").id);
      await store.runs.remove(id);
      ownChanges.tell([{ collection: "runs", id, action: "removed" }]);
      return c.body(null, 204);
    })
    .openapi(ofRun, async (c) => {
      const { id } = await run(c.req.valid("param").id);
      const found = await pageOf(c.req.valid("query"), (asked, page) =>
        store.findings.query({ run: id, ...asked }, page),
      );
      return c.json(found, 200);
    })
    .openapi(findings, async (c) => {
      const query = c.req.valid("query");
      return c.json(await pageOf(query, (asked, page) => store.findings.query(asked, page)), 200);
    });
}
