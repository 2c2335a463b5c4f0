import type { HistoryDetail, HistoryView, Restored } from "../../src/api/schema/history.ts";
import { path } from "../text/path.ts";
import { paged, type Ask, type Page, type PageWanted } from "./ask.ts";

export type { HistoryDetail, HistoryView };
export type Difference = HistoryView["difference"][number];

export const historyApi = (ask: Ask) => ({
  history: (query: string, page: PageWanted) => ask<Page<HistoryView>>("GET", paged("history", query, page)),
  change: (id: string) => ask<HistoryDetail>("GET", path`history/${id}`),
  restore: (id: string, state: "before" | "after") =>
    ask<Restored>("POST", path`history/${id}/restore`, { state }),
});
