import { expect } from "vitest";
import { listOf } from "./samples.ts";
import type { Page, PageRequest, Rows } from "../store.ts";

interface Pages<Row, Query> {
  query(query: Query, page: PageRequest): Promise<Page<Row>>;
}

/** The first `limit` rows, out of as many pages as it takes: a page may be shorter than asked and not be the last. */
export async function firstOf<Row, Query>(
  rows: Pages<Row, Query>,
  query: Query,
  limit: number,
  order: "newest" | "oldest",
): Promise<{ items: Row[]; next: string | null }> {
  const items: Row[] = [];
  let next: string | null = null;
  do {
    const cursor = next === null ? {} : { cursor: next };
    const page: Page<Row> = await rows.query(query, { limit: limit - items.length, order, ...cursor });
    items.push(...page.items);
    next = page.next;
  } while (next !== null && items.length < limit);
  return { items, next };
}

/** All rows of one query, page by page; `most`: how many there can be. */
async function inPages<Row, Query>(
  rows: Pages<Row, Query>,
  query: Query,
  page: PageRequest,
  most: number,
): Promise<Row[]> {
  const items: Row[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const found = await rows.query(query, { ...page, ...(cursor === undefined ? {} : { cursor }) });
    expect(found.items.length).toBeLessThanOrEqual(page.limit);
    items.push(...found.items);
    // A cursor that does not go on would lead nowhere for ever.
    expect(items.length).toBeLessThanOrEqual(most);
    cursor = found.next;
  }
  return items;
}

/** A query gives exactly these rows (oldest first), in one page, in pages of each size, in both orders, and as a stream. */
export async function expectRows<Row, Query>(
  rows: Rows<Row, Query>,
  query: Query,
  oldestFirst: readonly Row[],
  limits: readonly number[] = [1000],
): Promise<void> {
  const most = oldestFirst.length;
  for (const limit of limits) {
    expect(await inPages(rows, query, { limit, order: "oldest" }, most)).toEqual(oldestFirst);
    expect(await inPages(rows, query, { limit }, most)).toEqual(oldestFirst.toReversed());
  }
  expect(await listOf(rows.stream(query))).toEqual(oldestFirst);
}

/** A stream gives what was there when it began, though `later` adds more while it runs. */
export async function expectStartOnly<Row, Query>(
  rows: Rows<Row, Query>,
  query: Query,
  oldestFirst: readonly Row[],
  later: () => Promise<void>,
): Promise<void> {
  const seen: Row[] = [];
  for await (const row of rows.stream(query)) {
    if (seen.length === 0) await later();
    seen.push(row);
  }
  expect(seen).toEqual(oldestFirst);
}

/** Cursors of others and limits that are none are refused by name. */
export async function expectRefusals<Row, Query>(rows: Rows<Row, Query>, query: Query): Promise<void> {
  for (const cursor of ["?", "W10", "", "nonsense"])
    await expect(rows.query(query, { limit: 1, cursor })).rejects.toMatchObject({ field: "cursor" });
  for (const limit of [0, -1, 1.5, NaN, 1e9])
    await expect(rows.query(query, { limit })).rejects.toMatchObject({ field: "limit" });
}
