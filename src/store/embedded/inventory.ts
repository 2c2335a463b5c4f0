import type { DatabaseSync } from "node:sqlite";
import { documentCollectionNames } from "../collections.ts";
import type { CollectionSize } from "../store.ts";
import { numberOf } from "./database.ts";

/** By the names that the collections have in MongoDB too; tables that serve another one count with it. */
const collections: readonly { collection: string; tables?: string[]; count?: string }[] = [
  {
    collection: "frames",
    tables: ["frames", "spans", "short_spans", "names", "words"],
    count: "SELECT sum(frames) FROM spans",
  },
  {
    collection: "meter_samples",
    tables: ["samples", "series"],
    count: "SELECT sum(json_array_length(readings)) / 2 FROM samples",
  },
  { collection: "transaction_events" },
  { collection: "transactions" },
  { collection: "connections" },
  { collection: "runs" },
  { collection: "findings" },
  { collection: "audit_log", tables: ["history"] },
  { collection: "station_states" },
  { collection: "writers" },
];

/** Counts and sizes. Reads every page of the database, so it belongs into a thread where nobody waits behind it. */
export function takeInventory(db: DatabaseSync): CollectionSize[] {
  const bytes = bytesByTable(db);
  const sizes = collections.map(({ collection, tables = [collection], count }) => ({
    collection,
    count: numberOf(db, count ?? `SELECT count(*) FROM ${tables[0]}`),
    bytes: bytes === null ? null : sumOf(tables, bytes),
  }));
  const count = db.prepare("SELECT count(*) AS count FROM documents WHERE collection = ?");
  // They share one table, so there is no size of each.
  for (const collection of documentCollectionNames)
    sizes.push({ collection, count: Number(count.get(collection)?.["count"] ?? 0), bytes: null });
  return sizes;
}

/** Null where this SQLite was built without the table that tells. */
function bytesByTable(db: DatabaseSync): Map<string, number> | null {
  if (numberOf(db, "SELECT count(*) FROM pragma_module_list WHERE name = 'dbstat'") === 0) return null;
  const rows = db
    .prepare(
      `SELECT m.tbl_name AS name, sum(p.pgsize) AS bytes
       FROM dbstat p JOIN sqlite_schema m ON m.name = p.name WHERE p.aggregate = TRUE GROUP BY m.tbl_name`,
    )
    .all();
  return new Map(rows.map((row) => [String(row["name"]), Number(row["bytes"])]));
}

function sumOf(tables: readonly string[], bytes: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [name, size] of bytes)
    // `words` keeps its data in tables of its own, named after it.
    if (tables.some((table) => name === table || (table === "words" && name.startsWith("words_"))))
      sum += size;
  return sum;
}
