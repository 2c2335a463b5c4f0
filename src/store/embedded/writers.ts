import { hostname } from "node:os";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { frameIdTime } from "../../frames/frame-id.ts";
import type { WriterRow } from "../rows.ts";
import type { StoreIdentity } from "../store.ts";
import { rowOf, tables } from "./tables.ts";

/** Who wrote here, and the number of the last batch of each: its watermark. */
export class Writers {
  readonly #identity: StoreIdentity | null;
  readonly #known = new Map<string, number>();
  readonly #find: StatementSync;
  readonly #add: StatementSync;
  readonly #move: StatementSync;
  readonly #end: StatementSync;

  constructor(db: DatabaseSync, identity: StoreIdentity | null) {
    this.#identity = identity;
    this.#find = db.prepare("SELECT batch FROM writers WHERE writer = ?");
    this.#add = db.prepare(`
      INSERT INTO writers VALUES (?, ?, ?, ?, ?, ?, ?, NULL, 0)
      ON CONFLICT (writer) DO UPDATE SET pid = excluded.pid, seen_at = excluded.seen_at, ended_at = NULL`);
    this.#move = db.prepare("UPDATE writers SET batch = ?, seen_at = ? WHERE writer = ?");
    this.#end = db.prepare("UPDATE writers SET ended_at = ?, seen_at = ? WHERE writer = ?");
  }

  /** Enters this process, if it said who it is. `now`: epoch ms. */
  register(now: number): void {
    if (this.#identity !== null) this.#enter(this.#identity.writer, now);
  }

  /** The number of the last batch that is here; 0 for none. */
  batch(writer: string): number {
    const known = this.#known.get(writer);
    if (known !== undefined) return known;
    const row = this.#find.get(writer);
    const batch = row === undefined ? 0 : Number(row["batch"]);
    this.#known.set(writer, batch);
    return batch;
  }

  /** Sets the watermark, inside the transaction of the batch. */
  moveTo(writer: string, batch: number, now: number): void {
    const { changes } = this.#move.run(batch, now, writer);
    if (changes === 0) {
      this.#enter(writer, now);
      this.#move.run(batch, now, writer);
    }
    this.#known.set(writer, batch);
  }

  /** Notes that this process ends. */
  end(now: number): void {
    if (this.#identity !== null) this.#end.run(now, now, this.#identity.writer);
  }

  /** After a rollback, or when rows came in another way. */
  forget(): void {
    this.#known.clear();
  }

  /** Another process whose batches are delivered late says only what its id says. */
  #enter(writer: string, now: number): void {
    const own = this.#identity?.writer === writer ? this.#identity : null;
    const stroke = writer.lastIndexOf("/");
    const name = own?.name ?? startsOf(writer);
    const startedAt = frameIdTime(writer.slice(stroke + 1)) ?? now;
    const [host, pid] = own === null ? ["", 0] : [hostname(), process.pid];
    this.#add.run(writer, name, host, pid, own?.folder ?? "", startedAt, now);
  }
}

/** See `Store.writers`. The one that lives has the folder, and so is the last of its name. */
export function listWriters(db: DatabaseSync, which?: "all" | readonly string[]): WriterRow[] {
  const some = which === undefined || which === "all" ? null : which;
  const where = some === null ? "" : "WHERE writer IN (SELECT value FROM json_each(?))";
  const found = db
    .prepare(`SELECT * FROM writers ${where} ORDER BY started_at, writer`)
    .all(...(some === null ? [] : [JSON.stringify(some)]))
    .map((row) => rowOf(tables.writers, row));
  if (which !== undefined) return found;
  const last = new Map(found.map((row) => [JSON.stringify([startsOf(row.writer), row.folder]), row]));
  return found.filter((row) => last.get(JSON.stringify([startsOf(row.writer), row.folder])) === row);
}

/** A writer's id without the part that is this start's alone. */
function startsOf(writer: string): string {
  const stroke = writer.lastIndexOf("/");
  return stroke < 0 ? writer : writer.slice(0, stroke);
}
