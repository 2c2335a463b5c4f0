import { checkCollection } from "../collections.ts";
import type { AdoptedRows } from "../store.ts";
import { writeUpserts } from "./append/upserts.ts";
import type { HomeParts } from "./parts.ts";
import { findingDocument, runUpdate } from "./runs.ts";
import { packValue } from "./value.ts";

/** See `Store.adopt`. Each row by itself; broken off, it can be run again. */
export async function writeCarriedRows(
  { db, identity }: HomeParts,
  rows: Partial<AdoptedRows>,
): Promise<void> {
  for (const { collection } of rows.documents ?? []) checkCollection(collection);
  const documents = Map.groupBy(rows.documents ?? [], ({ collection }) => collection);
  for (const [collection, group] of documents)
    await writeUpserts(
      db,
      collection,
      group.map(({ id, value, owner }) => ({
        filter: { _id: id },
        update: {
          $set: { value: packValue(value), owner, writer: identity.writer },
          $currentDate: { changedAt: true },
        },
      })),
    );
  await writeUpserts(
    db,
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
  await writeUpserts(
    db,
    "findings",
    (rows.findings ?? []).map((row) => {
      const { _id, ...finding } = findingDocument(row);
      return { filter: { _id }, update: { $set: finding } };
    }),
  );
  await writeUpserts(
    db,
    "runs",
    (rows.runs ?? []).map((run) => ({ filter: { _id: run.id }, update: { ...runUpdate(run) } })),
  );
  await writeUpserts(
    db,
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
}
