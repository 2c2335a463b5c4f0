import type { AnyBulkWriteOperation, Document } from "mongodb";
import { checkCollection } from "../collections/collections.ts";
import type { AdoptedRows } from "../store.ts";
import { chunksOf } from "./append/chunks.ts";
import type { HomeParts } from "./parts.ts";
import { findingDocument, runUpdate } from "./runs.ts";
import { packValue } from "./value.ts";

interface Upsert {
  filter: { _id: string };
  update: Document;
}

/** See `Store.adopt`. Each row by itself; broken off, it can be run again. */
export async function adoptRows({ db, identity }: HomeParts, rows: Partial<AdoptedRows>): Promise<void> {
  for (const { collection } of rows.documents ?? []) checkCollection(collection);
  const documents = Map.groupBy(rows.documents ?? [], ({ collection }) => collection);
  for (const [collection, group] of documents)
    await write(
      collection,
      group.map(({ id, value, owner }) => ({
        filter: { _id: id },
        update: {
          $set: { value: packValue(value), owner, writer: identity.writer },
          $currentDate: { changedAt: true },
        },
      })),
    );
  await write(
    "audit_log",
    (rows.history ?? []).map(({ id, before, after, difference, ...row }) => ({
      filter: { _id: id },
      update: {
        $setOnInsert: {
          ...row,
          before: packValue(before),
          after: packValue(after),
          difference: packValue(difference),
        },
      },
    })),
  );
  await write(
    "findings",
    (rows.findings ?? []).map((row) => {
      const { _id, ...finding } = findingDocument(row);
      return { filter: { _id }, update: { $set: finding } };
    }),
  );
  await write(
    "runs",
    (rows.runs ?? []).map((run) => ({ filter: { _id: run.id }, update: { ...runUpdate(run) } })),
  );
  await write(
    "writers",
    (rows.writers ?? [])
      .filter(({ writer }) => writer !== identity.writer)
      .map(({ writer, seenAt, batch, ...row }) => ({
        filter: { _id: writer },
        update: {
          $set: { ...row, seenAt: new Date(seenAt) },
          $max: { batch },
          $setOnInsert: { clockLag: 0 },
        },
      })),
  );

  async function write(collection: string, upserts: readonly Upsert[]): Promise<void> {
    for (const chunk of chunksOf(upserts)) {
      const operations: AnyBulkWriteOperation[] = chunk.map(({ filter, update }) => ({
        updateOne: { filter: filter as never, update, upsert: true },
      }));
      await db.collection(collection).bulkWrite(operations, { ordered: false });
    }
  }
}
