import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { parseJson } from "../../../protocol/wire/parse-json.ts";
import { FrameIdSequence, frameIdTime } from "../../frames/frame-id.ts";
import { difference } from "../difference.ts";
import type { HistoryRow } from "../rows.ts";
import type { Change, StoreIdentity } from "../store.ts";
import { atOnce } from "./database.ts";

export const putDocument = `
  INSERT INTO documents (collection, id, value, owner) VALUES (?, ?, ?, ?)
  ON CONFLICT (collection, id) DO UPDATE SET value = excluded.value, owner = excluded.owner`;

/** Documents, and the history of those changes that somebody stands for. */
export function documentsIn(db: DatabaseSync, identity: StoreIdentity | null) {
  const find = db.prepare("SELECT value, owner FROM documents WHERE collection = ? AND id = ?");
  const put = db.prepare(putDocument);
  const remove = db.prepare("DELETE FROM documents WHERE collection = ? AND id = ?");
  const history = db.prepare("INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const newest = db.prepare("SELECT id FROM history ORDER BY id DESC LIMIT 1");

  function remember(
    collection: string,
    document: string,
    { by, restored }: Change,
    before: unknown,
    after: unknown,
    parts: HistoryRow["difference"],
  ): void {
    const at = Date.now();
    const action = before === undefined ? "created" : after === undefined ? "removed" : "changed";
    history.run(
      nextId(at),
      at,
      by,
      identity?.writer ?? "",
      collection,
      document,
      restored === true ? "restored" : action,
      JSON.stringify(before ?? null),
      JSON.stringify(after ?? null),
      JSON.stringify(parts),
    );
  }

  /** Greater than all before, also when the clock went back or rows came from elsewhere. */
  function nextId(at: number): string {
    const last = newest.get()?.["id"];
    const known = typeof last === "string" && frameIdTime(last) !== null ? last : undefined;
    return new FrameIdSequence(known).next(at);
  }

  return {
    put(collection: string, id: string, json: string, change: Change | undefined): void {
      const owner = identity?.name ?? null;
      const row = find.get(collection, id);
      const before = valueOf(row);
      const after = parseJson(json);
      const parts = difference(before, after);
      if (parts.length === 0) {
        // No change, but whoever puts it has it from now on.
        if (row?.["owner"] !== owner) put.run(collection, id, json, owner);
        return;
      }
      atOnce(db, () => {
        put.run(collection, id, json, owner);
        if (change !== undefined) remember(collection, id, change, before, after, parts);
      });
    },

    remove(collection: string, id: string, change: Change | undefined): void {
      const before = valueOf(find.get(collection, id));
      if (before === undefined) return;
      atOnce(db, () => {
        remove.run(collection, id);
        if (change !== undefined)
          remember(collection, id, change, before, undefined, difference(before, undefined));
      });
    },
  };
}

/** Undefined when there is none. */
function valueOf(row: Record<string, SQLOutputValue> | undefined): unknown {
  return row === undefined ? undefined : parseJson(String(row["value"]));
}
