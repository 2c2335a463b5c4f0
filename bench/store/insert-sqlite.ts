import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { migrations } from "../../src/store/embedded/schema.ts";
import { openEmbeddedStore } from "../../src/store/embedded/open.ts";
import { isError } from "../../src/store/is-error.ts";
import { batches } from "./frames.ts";
import { seconds } from "./measure.ts";

const size = 5000;

/** Frames a second through the embedded home. The home stays open for questions. */
export async function insertEmbedded(folder: string, total: number) {
  const store = await openEmbeddedStore(folder);
  let spent = 0;
  for (const batch of batches(total, size)) {
    const start = performance.now();
    await store.append(batch);
    spent += seconds(start);
  }
  return { store, rate: total / spent };
}

/** The same frames by prepared statements on the same tables and indexes, one transaction a batch, without a thread. */
export function insertBare(folder: string, total: number): number {
  mkdirSync(folder, { recursive: true });
  const db = new DatabaseSync(join(folder, "bare.db"));
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536");
  for (const { sql } of migrations) db.exec(sql);
  const columns = db
    .prepare("SELECT name FROM pragma_table_info('frames')")
    .all()
    .map((row) => String(row["name"]));
  const insert = db.prepare(
    `INSERT INTO frames (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size + 1);
    return numbers.size;
  };
  let n = 0;
  let spent = 0;
  for (const { frames } of batches(total, size)) {
    const start = performance.now();
    db.exec("BEGIN");
    for (const frame of frames) {
      n += 1;
      const values: Record<string, string | number | null> = {
        n,
        id: frame.id,
        at: frame.at,
        station: numberOf(frame.station),
        connection: numberOf(frame.connection),
        dialect: numberOf(frame.dialect),
        class: frame.kind === "call" ? 1 : 2,
        action: frame.action === null ? null : numberOf(frame.action),
        message: frame.messageId,
        size: frame.size,
        pair: frame.pair,
        latency: frame.latency,
        error: frame.error,
        issues: frame.issues.length === 0 ? null : JSON.stringify(frame.issues),
        marks: null,
        failed: isError(frame) ? 1 : 0,
        nul: 0,
        raw: frame.raw,
        writer: 1,
      };
      insert.run(...columns.map((column) => values[column] ?? null));
    }
    db.exec("COMMIT");
    spent += seconds(start);
  }
  db.close();
  return total / spent;
}
