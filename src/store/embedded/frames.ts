import { badCursor, checkLimit } from "../page.ts";
import type { FrameQuery, FrameRow, Page, PageRequest } from "../store.ts";
import type { CountSlice, FrameSlice, Range, ReaderCalls } from "./calls.ts";
import { frameOf, sizeOf } from "./frame-row.ts";
import type { Thread } from "./thread.ts";

const everything = { low: 0, high: Number.MAX_SAFE_INTEGER };
const streamPage = 1000;
/** A page ends early rather than hold more raw text than this, bytes. */
const pageBytes = 64 * 2 ** 20;

/** One page, put together from slices. A page of very large frames may be short and still have a next one. */
export async function queryFrames(
  reader: Thread<ReaderCalls>,
  query: FrameQuery,
  page: PageRequest,
): Promise<Page<FrameRow>> {
  checkLimit(page);
  const order = page.order ?? "newest";
  const { rows, rest } = await collect(reader, query, page.limit + 1, order, startOf(page.cursor, order));
  const full = rows.length > page.limit;
  const items = rows.slice(0, page.limit);
  const last = items.at(-1)?.[0];
  const next = (full || rest !== null) && last !== undefined ? String(last) : null;
  return { items: items.map(frameOf), next };
}

/** All that match and were there when the stream began, oldest first. */
export async function* streamFrames(
  reader: Thread<ReaderCalls>,
  query: FrameQuery,
): AsyncGenerator<FrameRow> {
  const newest = await reader.call("newest");
  const read = (range: Range): Promise<FrameSlice> =>
    reader.call("frames", { query, order: "oldest", limit: streamPage, ...range });
  let next = newest === null ? null : read({ low: 0, high: newest });
  while (next !== null) {
    const { rows, rest }: FrameSlice = await next;
    // One ahead: the thread reads while the frames before are written out.
    next = rest === null ? null : read(rest);
    // Whoever stops early does not wait for it.
    next?.catch(() => undefined);
    for (const row of rows) yield frameOf(row);
  }
}

export async function countFrames(reader: Thread<ReaderCalls>, query: FrameQuery): Promise<number> {
  let count = 0;
  let rest: Range | null = everything;
  while (rest !== null) {
    const slice: CountSlice = await reader.call("countFrames", {
      query,
      order: "oldest",
      limit: Number.MAX_SAFE_INTEGER,
      ...rest,
    });
    count += slice.count;
    rest = slice.rest;
  }
  return count;
}

async function collect(
  reader: Thread<ReaderCalls>,
  query: FrameQuery,
  limit: number,
  order: "newest" | "oldest",
  start: Range,
): Promise<FrameSlice> {
  const found: FrameSlice = { rows: [], rest: start };
  let bytes = 0;
  while (found.rest !== null && found.rows.length < limit && bytes < pageBytes) {
    const slice: FrameSlice = await reader.call("frames", {
      query,
      order,
      limit: limit - found.rows.length,
      ...found.rest,
    });
    found.rows.push(...slice.rows);
    for (const row of slice.rows) bytes += sizeOf(row);
    found.rest = slice.rest;
  }
  return found;
}

function startOf(cursor: string | undefined, order: "newest" | "oldest"): Range {
  if (cursor === undefined) return everything;
  if (!/^[1-9][0-9]{0,15}$/u.test(cursor)) throw badCursor();
  const n = Number(cursor);
  return order === "newest" ? { low: 0, high: n - 1 } : { low: n + 1, high: everything.high };
}
