import { parseJson } from "../../../protocol/wire/parse-json.ts";
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { HistoryRow } from "../rows.ts";
import type { HistoryQuery, Page, PageRequest } from "../store.ts";
import { Conditions, pageOf, readTextCursor, writeTextCursor } from "./pages.ts";

/** Changes of documents by their ids. */
export function findHistory(
  db: DatabaseSync,
  query: HistoryQuery,
  page: PageRequest,
  until?: number,
): Page<HistoryRow> {
  const where = new Conditions();
  if (query.collection !== undefined) where.add("collection = ?", query.collection);
  if (query.document !== undefined) where.add("document = ?", query.document);
  where.span("at", query);
  if (until !== undefined) where.add("rowid <= ?", until);
  const down = page.order !== "oldest";
  if (page.cursor !== undefined) where.add(`id ${down ? "<" : ">"} ?`, readTextCursor(page.cursor));
  const rows = db
    .prepare(`SELECT * FROM history ${where.toString()} ORDER BY id ${down ? "DESC" : "ASC"} LIMIT ?`)
    .all(...where.values, page.limit + 1);
  return pageOf(rows, page.limit, changeOf, (row) => writeTextCursor(String(row["id"])));
}

export function getHistory(db: DatabaseSync, id: string): HistoryRow | null {
  const row = db.prepare("SELECT * FROM history WHERE id = ?").get(id);
  return row === undefined ? null : changeOf(row);
}

function changeOf(row: Record<string, SQLOutputValue>): HistoryRow {
  return {
    id: String(row["id"]),
    at: Number(row["at"]),
    by: String(row["by"]),
    writer: String(row["writer"]),
    collection: String(row["collection"]),
    document: String(row["document"]),
    action: String(row["action"]) as HistoryRow["action"],
    before: parseJson(String(row["before"])),
    after: parseJson(String(row["after"])),
    difference: parseJson(String(row["difference"])) as HistoryRow["difference"],
  };
}
