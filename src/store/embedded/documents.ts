import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import { parseJson } from "../../../protocol/wire/parse-json.ts";
import { FrameIdSequence, frameIdTime } from "../../frames/frame-id.ts";
import { difference } from "../difference.ts";
import type { HistoryRow } from "../rows.ts";
import type { Change, StoreIdentity } from "../store.ts";
import { atOnce } from "./database.ts";

/** Documents, and the history of those changes that somebody stands for. */
export class Documents {
  readonly #db: DatabaseSync;
  readonly #identity: StoreIdentity | null;
  readonly #find: StatementSync;
  readonly #put: StatementSync;
  readonly #remove: StatementSync;
  readonly #history: StatementSync;
  readonly #newest: StatementSync;

  constructor(db: DatabaseSync, identity: StoreIdentity | null) {
    this.#db = db;
    this.#identity = identity;
    this.#find = db.prepare("SELECT value, owner FROM documents WHERE collection = ? AND id = ?");
    this.#put = db.prepare(`
      INSERT INTO documents (collection, id, value, owner) VALUES (?, ?, ?, ?)
      ON CONFLICT (collection, id) DO UPDATE SET value = excluded.value, owner = excluded.owner`);
    this.#remove = db.prepare("DELETE FROM documents WHERE collection = ? AND id = ?");
    this.#history = db.prepare("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    this.#newest = db.prepare("SELECT id FROM history ORDER BY id DESC LIMIT 1");
  }

  put(collection: string, id: string, json: string, change: Change | undefined): void {
    const owner = this.#identity?.name ?? null;
    const row = this.#find.get(collection, id);
    const before = valueOf(row);
    const after = parseJson(json);
    const parts = difference(before, after);
    if (parts.length === 0) {
      // No change, but whoever puts it has it from now on.
      if (row?.["owner"] !== owner) this.#put.run(collection, id, json, owner);
      return;
    }
    atOnce(this.#db, () => {
      this.#put.run(collection, id, json, owner);
      if (change !== undefined) {
        const action = before === undefined ? "created" : "changed";
        this.#remember(collection, id, action, before, after, parts, change);
      }
    });
  }

  remove(collection: string, id: string, change: Change | undefined): void {
    const before = valueOf(this.#find.get(collection, id));
    if (before === undefined) return;
    atOnce(this.#db, () => {
      this.#remove.run(collection, id);
      if (change !== undefined)
        this.#remember(collection, id, "removed", before, undefined, difference(before, undefined), change);
    });
  }

  #remember(
    collection: string,
    document: string,
    action: HistoryRow["action"],
    before: unknown,
    after: unknown,
    parts: HistoryRow["difference"],
    change: Change,
  ): void {
    const at = Date.now();
    this.#history.run(
      this.#nextId(at),
      at,
      change.by,
      this.#identity?.writer ?? "",
      collection,
      document,
      change.restored === true ? "restored" : action,
      JSON.stringify(before ?? null),
      JSON.stringify(after ?? null),
      JSON.stringify(parts),
    );
  }

  /** Greater than all before, also when the clock went back or rows came from elsewhere. */
  #nextId(at: number): string {
    const newest = this.#newest.get()?.["id"];
    const known = typeof newest === "string" && frameIdTime(newest) !== null ? newest : undefined;
    return new FrameIdSequence(known).next(at);
  }
}

/** Undefined when there is none. */
function valueOf(row: Record<string, SQLOutputValue> | undefined): unknown {
  return row === undefined ? undefined : parseJson(String(row["value"]));
}
