import type { z } from "@hono/zod-openapi";
import type { findingRow, RunDetail, RunView } from "../../src/api/schema/runs.ts";
import type { FrameReport } from "../../src/conformance/report/schema.ts";
import { path } from "../text/path.ts";
import { paged, type Ask, type Page, type PageWanted } from "./ask.ts";

export type { FrameReport, RunDetail };
export type FindingRow = z.infer<typeof findingRow>;

export const runsApi = (ask: Ask) => ({
  runs: (query: string, page: PageWanted) => ask<Page<RunView>>("GET", paged("runs", query, page)),
  run: (id: string) => ask<RunDetail>("GET", path`runs/${id}`),
  removeRun: (id: string) => ask("DELETE", path`runs/${id}`),
  findings: (run: string, page: PageWanted) =>
    ask<Page<FindingRow>>("GET", paged(path`runs/${run}/findings`, "order=oldest", page)),
});
