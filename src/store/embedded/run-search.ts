import { parseJson } from "../../../protocol/wire/parse-json.ts";
import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { Dialect } from "../../../protocol/dialect.ts";
import { findingPlace } from "../finding-place.ts";
import type { FindingRow, RunRow } from "../rows.ts";
import type { FindingQuery, Page, PageRequest, RunQuery } from "../store.ts";
import { numberOrNull, textOrNull } from "./frame-row.ts";
import { Conditions, badCursor, pageOf, readTextCursor, writeTextCursor } from "./pages.ts";

/** Runs by their ids. */
export function findRuns(db: DatabaseSync, query: RunQuery, page: PageRequest, until?: number): Page<RunRow> {
  const where = new Conditions();
  if (query.dialect !== undefined) where.add("dialect = ?", query.dialect);
  if (query.verdict !== undefined) where.add("verdict = ?", query.verdict);
  if (until !== undefined) where.add("rowid <= ?", until);
  const down = page.order !== "oldest";
  if (page.cursor !== undefined) where.add(`id ${down ? "<" : ">"} ?`, readTextCursor(page.cursor));
  const rows = db
    .prepare(`SELECT * FROM runs ${where.toString()} ORDER BY id ${down ? "DESC" : "ASC"} LIMIT ?`)
    .all(...where.values, page.limit + 1);
  return pageOf(rows, page.limit, runOf, (row) => writeTextCursor(String(row["id"])));
}

export function getRun(db: DatabaseSync, id: string): RunRow | null {
  const row = db.prepare("SELECT * FROM runs WHERE id = ?").get(id);
  return row === undefined ? null : runOf(row);
}

function runOf(row: Record<string, SQLOutputValue>): RunRow {
  return {
    id: String(row["id"]),
    kind: String(row["kind"]) as RunRow["kind"],
    target: String(row["target"]),
    dialect: String(row["dialect"]) as Dialect,
    station: String(row["station"]),
    writer: String(row["writer"]),
    startedAt: Number(row["started_at"]),
    endedAt: numberOrNull(row["ended_at"]),
    verdict: textOrNull(row["verdict"]),
    summary: JSON.parse(String(row["summary"])) as RunRow["summary"],
    report: parseJson(String(row["report"])),
  };
}

/** Findings run by run, by their places. */
export function findFindings(
  db: DatabaseSync,
  query: FindingQuery,
  page: PageRequest,
  until?: number,
): Page<FindingRow> {
  const where = new Conditions();
  if (query.run !== undefined) where.add("run = ?", query.run);
  if (query.case !== undefined) where.add("case_id = ?", query.case);
  if (query.verdict !== undefined) where.add("verdict = ?", query.verdict);
  if (until !== undefined) where.add("rowid <= ?", until);
  const down = page.order !== "oldest";
  if (page.cursor !== undefined)
    where.add(`(run, place) ${down ? "<" : ">"} (?, ?)`, ...findingCursor(page.cursor));
  const index =
    query.run === undefined && query.case !== undefined ? "findings_by_case" : "findings_by_place";
  const direction = down ? "DESC" : "ASC";
  const rows = db
    .prepare(
      `SELECT * FROM findings INDEXED BY ${index} ${where.toString()}
       ORDER BY run ${direction}, place ${direction} LIMIT ?`,
    )
    .all(...where.values, page.limit + 1);
  return pageOf(rows, page.limit, findingOf, (row) => writeTextCursor(String(row["id"])));
}

function findingOf(row: Record<string, SQLOutputValue>): FindingRow {
  return {
    id: String(row["id"]),
    run: String(row["run"]),
    at: Number(row["at"]),
    case: String(row["case_id"]),
    check: String(row["check_id"]),
    verdict: String(row["verdict"]),
    requirement: String(row["requirement"]),
    text: String(row["text"]),
    expected: String(row["expected"]),
    actual: String(row["actual"]),
    frames: JSON.parse(String(row["frames"])) as string[],
  };
}

function findingCursor(cursor: string): [run: string, place: number] {
  const id = readTextCursor(cursor);
  const run = id.slice(0, Math.max(id.lastIndexOf("/"), 0));
  try {
    return [run, findingPlace({ id, run })];
  } catch {
    throw badCursor();
  }
}
