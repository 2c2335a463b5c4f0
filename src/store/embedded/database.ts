import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { parseJson } from "../../../protocol/wire/parse-json.ts";
import { asMark, copyMark, unfinishedError } from "../copy-mark.ts";
import { StoreOpenError } from "../open-error.ts";
import { orDamage } from "./damage.ts";
import { makeOwnFile, narrowDatabase } from "./owner-only.ts";
import { applicationId, migrations } from "./schema.ts";

/**
 * The writer's connection; creates the file or brings it to the present schema. `unfinished`: also a file that holds only the
 * beginning of a copy.
 */
export function openForWriting(file: string, unfinished = false): DatabaseSync {
  makeOwnFile(file);
  return guarded(file, (db) => {
    check(db, file);
    if (!unfinished) refuseUnfinished(db, file);
    narrowDatabase(file);
    // FULL: a commit returns only when the write-ahead log is on the disk, one fsync per batch.
    db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA cache_size = -65536;
      PRAGMA temp_store = MEMORY;
      PRAGMA wal_autocheckpoint = 8000;
      PRAGMA journal_size_limit = 67108864;
    `);
    migrate(db);
  });
}

/** A reader's connection beside the writer; sees all that is committed. */
export function openForReading(file: string): DatabaseSync {
  return guarded(file, (db) => {
    db.exec("PRAGMA query_only = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
    check(db, file);
  });
}

function guarded(file: string, prepare: (db: DatabaseSync) => void): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 5000 });
  try {
    prepare(db);
    return db;
  } catch (error) {
    db.close();
    throw orDamage(error, file);
  }
}

/** Reads before anything is written, so that a file that is not ours or not whole stays as it is. */
function check(db: DatabaseSync, file: string): void {
  const pages = numberOf(db, "PRAGMA page_count");
  if (pages === 0) return;
  const id = numberOf(db, "PRAGMA application_id");
  // A first start that was killed before the schema was there leaves a header and no tables.
  if (id === 0 && numberOf(db, "SELECT count(*) FROM sqlite_master") === 0) return;
  if (id !== applicationId)
    throw new StoreOpenError(
      "foreign",
      `${file} is a database of another program. Name another data folder (--data), or move that file away.`,
    );
  const version = appliedVersion(db);
  if (version > migrations.length)
    throw new StoreOpenError(
      "newer-version",
      `${file} was written by a newer Stationmaster (schema ${version}, this one knows ${migrations.length}). ` +
        `Use that version, or another data folder.`,
    );
}

function refuseUnfinished(db: DatabaseSync, file: string): void {
  if (numberOf(db, "SELECT count(*) FROM sqlite_master WHERE name = 'documents'") === 0) return;
  const { collection, id } = copyMark;
  const row = db.prepare("SELECT value FROM documents WHERE collection = ? AND id = ?").get(collection, id);
  if (row !== undefined)
    throw unfinishedError("embedded", dirname(file), asMark(parseJson(String(row["value"]))));
}

/** More frames than this make bringing the schema up to date worth a word. */
const manyFrames = 200_000;

/** What to tell somebody who waits for the store to open; null when that takes no time. */
export function upgradeNotice(file: string): string | null {
  if (!existsSync(file)) return null;
  const db = new DatabaseSync(file, { timeout: 5000 });
  try {
    const version = appliedVersion(db);
    if (version === 0 || !migrations.slice(version).some(({ readsFrames }) => readsFrames)) return null;
    const frames = numberOf(db, "SELECT max(n) FROM frames");
    if (frames < manyFrames) return null;
    return (
      `Bringing ${file} from schema ${version} to ${migrations.length}, once: ${frames} frames are read, ` +
      `which takes some 5 seconds for every million of them.`
    );
  } catch {
    // Opening says what is wrong with it.
    return null;
  } finally {
    db.close();
  }
}

function migrate(db: DatabaseSync): void {
  if (appliedVersion(db) === migrations.length) return;
  atOnce(db, () => {
    db.exec(`PRAGMA application_id = ${applicationId}`);
    db.exec(
      "CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL) STRICT",
    );
    const applied = appliedVersion(db);
    const insert = db.prepare("INSERT INTO migrations VALUES (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))");
    for (const [index, migration] of migrations.entries()) {
      if (index < applied) continue;
      db.exec(migration.sql);
      insert.run(index + 1, migration.name);
    }
  });
}

/** Does the work in one transaction: all of it or nothing. */
export function atOnce<T>(db: DatabaseSync, work: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

function appliedVersion(db: DatabaseSync): number {
  if (numberOf(db, "SELECT count(*) FROM sqlite_master WHERE name = 'migrations'") === 0) return 0;
  return numberOf(db, "SELECT coalesce(max(version), 0) FROM migrations");
}

/** The one number that a statement gives. */
export function numberOf(db: DatabaseSync, sql: string): number {
  const row = db.prepare(sql).get();
  return row === undefined ? 0 : Number(Object.values(row)[0] ?? 0);
}
