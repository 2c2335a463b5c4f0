import type { z } from "@hono/zod-openapi";
import type { frameRow } from "../../src/api/schema/frame.ts";
import { path } from "../text/path.ts";
import { paged, type Ask, type Page, type PageWanted } from "./ask.ts";

/** A recorded frame, or what happened to a link. */
export type FrameRow = z.infer<typeof frameRow>;
export type Issue = FrameRow["issues"][number];

export interface FramePair {
  request: FrameRow | null;
  answer: FrameRow | null;
}

export type ExportFormat = "json" | "ndjson" | "csv";

export const framesApi = (ask: Ask, base: string) => ({
  frames: (query: string, page: PageWanted) => ask<Page<FrameRow>>("GET", paged("frames", query, page)),
  frame: (id: string) => ask<FrameRow>("GET", path`frames/${id}`),
  pair: (id: string) => ask<FramePair>("GET", path`frames/${id}/pair`),
  exportUrl: (query: string, format: ExportFormat): string =>
    `${base}/api/export/frames?format=${format}${query === "" ? "" : `&${query}`}`,
});
