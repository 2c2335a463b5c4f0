import type { SQLInputValue, SQLOutputValue } from "node:sqlite";
import { parseJson } from "../../../protocol/wire/parse-json.ts";
import { jsonOf } from "../json-value.ts";
import { rowMembers } from "../row-members.ts";
import type { Kind, Members, RowTypes } from "../row-members.ts";
import type { Numbers } from "./numbers.ts";

/** The values of a row in the order of its table's columns: they cross to the writer's thread faster than objects. */
export type RowValues = SQLInputValue[];

/** A table of rows that are kept member by member. */
export interface Table<Row> {
  name: "transactions" | "transaction_events" | "connections" | "runs" | "findings" | "history" | "writers";
  columns: readonly Column[];
  /** Columns that are no members. */
  more: readonly string[];
  /** Only here for the type. */
  row?: Row;
}

interface Column {
  /** Of the row. */
  member: string;
  column: string;
  kind: Kind;
}

export const tables: { readonly [Name in keyof RowTypes]: Table<RowTypes[Name]> } = {
  transactions: table("transactions", rowMembers.transactions),
  events: table("transaction_events", rowMembers.events),
  connections: table("connections", rowMembers.connections),
  runs: table("runs", rowMembers.runs),
  findings: table("findings", rowMembers.findings, { case: "case_id", check: "check_id" }, ["place"]),
  history: table("history", rowMembers.history),
  writers: table("writers", rowMembers.writers),
};

/** Columns are called as the members, in words with strokes between them, or as `other` says. */
function table<Row>(
  name: Table<Row>["name"],
  members: Members<Row>,
  other: Readonly<Record<string, string>> = {},
  more: readonly string[] = [],
): Table<Row> {
  const columns = Object.entries<Kind>(members).map(([member, kind]) => ({
    member,
    kind,
    column: other[member] ?? member.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  }));
  return { name, columns, more };
}

/** Values of any depth become text here, which is what is kept of them. Throws TypeError where JSON has no word for one. */
export function valuesOf<Row extends object>({ columns }: Table<Row>, row: Row): RowValues {
  const members = new Map<string, unknown>(Object.entries(row));
  return columns.map(({ member, kind }) => {
    const value = members.get(member);
    return kind === "json" ? jsonOf(value) : (value as SQLInputValue);
  });
}

/** The same values with the numbers of names in the place of names. */
export function numbered<Row>({ columns }: Table<Row>, values: RowValues, names: Numbers): RowValues {
  return values.map((value, place) =>
    typeof value === "string" && isNamed(columns[place]) ? names.number(value) : value,
  );
}

/** Kept as the number of a name. */
function isNamed(column: Column | undefined): boolean {
  return column?.kind === "name" || column?.kind === "key";
}

/** A statement that takes `valuesOf` a row, and those of the `more` columns. `known`: what becomes of a row that is there. */
export function insertSql<Row>(
  { name, columns, more }: Table<Row>,
  known: "none is" | "replaced" | "left",
): string {
  const all = [...columns.map(({ column }) => column), ...more];
  const id = columns.find(({ kind }) => kind === "id")?.column;
  // Upserts, not REPLACE: a row keeps its number, by which streams know what was there at their start.
  const sets = all.filter((column) => column !== id).map((column) => `${column} = excluded.${column}`);
  const conflict = {
    "none is": "",
    replaced: `ON CONFLICT (${id}) DO UPDATE SET ${sets.join(", ")}`,
    left: `ON CONFLICT (${id}) DO NOTHING`,
  };
  return `INSERT INTO ${name} (${all.join(", ")}) VALUES (${all.map(() => "?").join(", ")}) ${conflict[known]}`;
}

/** A SELECT of whole rows and their numbers, up to its conditions: columns are of `t`, and names stand in their place. */
export function selectSql<Row>({ name, columns, more }: Table<Row>, index?: string): string {
  const named = columns.filter(isNamed).map(({ column }) => column);
  const fields = [
    "t.rowid AS n",
    ...columns.flatMap((each) => (isNamed(each) ? [] : `t.${each.column}`)),
    ...named.map((column) => `${column}_name.text AS ${column}`),
    ...more.map((column) => `t.${column}`),
  ];
  const joins = named.map((column) => `CROSS JOIN names ${column}_name ON ${column}_name.no = t.${column}`);
  const by = index === undefined ? "" : `INDEXED BY ${index}`;
  return `SELECT ${fields.join(", ")} FROM ${name} t ${by} ${joins.join(" ")}`;
}

/** The row that a SELECT of `selectSql` gave. */
export function rowOf<Row>({ columns }: Table<Row>, found: Record<string, SQLOutputValue>): Row {
  const members = columns.map(({ member, column, kind }) => {
    const value = found[column] ?? null;
    return [member, kind === "json" ? parseJson(String(value)) : value];
  });
  return Object.fromEntries(members) as Row;
}
