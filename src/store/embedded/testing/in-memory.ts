import { DatabaseSync } from "node:sqlite";
import { migrations } from "../schema.ts";

/** An empty database of the present schema, without a file. */
export function inMemory(): DatabaseSync {
  const db = new DatabaseSync(":memory:");
  for (const { sql } of migrations) db.exec(sql);
  return db;
}
