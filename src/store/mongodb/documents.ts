import { parseJson } from "../../../protocol/wire/parse-json.ts";
import { FrameIdSequence, frameIdTime } from "../../frames/frame-id.ts";
import { difference } from "../difference.ts";
import { checkCollection } from "../collections.ts";
import { jsonOf } from "../json-value.ts";
import type { DocumentRow, HistoryRow } from "../rows.ts";
import type { Change, Store } from "../store.ts";
import { allOrNone } from "./parts.ts";
import type { HomeParts, Scope } from "./parts.ts";
import type { HistoryDocument, StoredDocument } from "./shapes.ts";
import { packValue, unpackValue } from "./value.ts";

/** See `Store.documents`. */
export function mongoDocuments(parts: HomeParts): Store["documents"] {
  const { db } = parts;
  return {
    list: async (collection) => {
      checkCollection(collection);
      const cursor = db.collection<StoredDocument>(collection).find().sort({ _id: 1 });
      const rows: DocumentRow[] = [];
      for await (const { _id, value, owner } of cursor)
        rows.push({ collection, id: _id, value: unpackValue(value), owner });
      return rows;
    },
    put: async (collection, id, value, change) => {
      checkCollection(collection);
      const after = parseJson(jsonOf(value));
      await changeDocument(parts, collection, id, after, change);
    },
    remove: async (collection, id, change) => {
      checkCollection(collection);
      await changeDocument(parts, collection, id, undefined, change);
    },
  };
}

/** `after`: undefined removes. */
async function changeDocument(
  parts: HomeParts,
  collection: string,
  id: string,
  after: unknown,
  change: Change | undefined,
): Promise<void> {
  const { db, facts, identity, watcher } = parts;
  const history = db.collection<HistoryDocument>("audit_log");
  await allOrNone(parts, async (scope) => {
    const stored = await db.collection<StoredDocument>(collection).findOne({ _id: id }, scope);
    const before = stored === null ? undefined : unpackValue(stored.value);
    const parts = difference(before, after);
    // No change, but whoever puts it has it from now on.
    if (parts.length === 0 && (stored === null || stored.owner === identity.name)) return;
    if (parts.length === 0 || change === undefined) return await write(scope);

    const at = Date.now();
    const entry: HistoryDocument = {
      _id: await nextId(scope, at),
      at,
      by: change.by,
      writer: identity.writer,
      collection,
      document: id,
      action: change.restored === true ? "restored" : actionOf(before, after),
      before: packValue(before ?? null),
      after: packValue(after ?? null),
      difference: packValue(parts),
    };
    if (facts.transactions) {
      await history.insertOne(entry, scope);
      await write(scope);
      return;
    }
    // Broken off anywhere, it can be told afterwards whether the change was made.
    await history.insertOne({ ...entry, pending: true });
    await write(scope);
    await history.updateOne({ _id: entry._id }, { $unset: { pending: "" } });
  });

  async function write(scope: Scope): Promise<void> {
    const documents = db.collection<StoredDocument>(collection);
    if (after === undefined) {
      watcher.willRemove(collection, id);
      await documents.deleteOne({ _id: id }, scope);
      return;
    }
    await documents.updateOne(
      { _id: id },
      {
        $set: { value: packValue(after), owner: identity.name, writer: identity.writer },
        $currentDate: { changedAt: true },
      },
      { ...scope, upsert: true },
    );
  }

  /** Greater than all before, also when a clock went back or rows came from elsewhere. */
  async function nextId(scope: Scope, at: number): Promise<string> {
    const newest = await history.findOne({}, { ...scope, sort: { _id: -1 }, projection: { _id: 1 } });
    const known = newest !== null && frameIdTime(newest._id) !== null ? newest._id : undefined;
    return new FrameIdSequence(known).next(at);
  }
}

function actionOf(before: unknown, after: unknown): HistoryRow["action"] {
  if (before === undefined) return "created";
  return after === undefined ? "removed" : "changed";
}

/**
 * Settles changes that were broken off on a server without transactions, by this name's processes: those that were made
 * stay in the history, the others leave it.
 */
export async function settlePending({ db, identity }: HomeParts): Promise<void> {
  const history = db.collection<HistoryDocument>("audit_log");
  const begin = `${identity.name}/`;
  for (const entry of await history.find({ pending: true }).toArray()) {
    if (!entry.writer.startsWith(begin) || entry.writer === identity.writer) continue;
    const { _id, collection, document } = entry;
    const stored = await db.collection<StoredDocument>(collection).findOne({ _id: document });
    const later = await history.findOne(
      { collection, document, _id: { $gt: _id } },
      { sort: { _id: 1 }, projection: { before: 1 } },
    );
    const value =
      later === null ? (stored === null ? null : unpackValue(stored.value)) : unpackValue(later.before);
    const made = difference(value, unpackValue(entry.after)).length === 0;
    if (made) await history.updateOne({ _id }, { $unset: { pending: "" } });
    else await history.deleteOne({ _id });
  }
}
