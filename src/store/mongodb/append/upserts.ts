import type { AnyBulkWriteOperation, Db, Document } from "mongodb";
import { hasCode } from "../../../error-text.ts";
import { frameIdTime } from "../../../frames/frame-id.ts";
import type { Batch } from "../../store.ts";
import { seriesTime } from "../series-time.ts";
import { answersIn, chunksOf } from "./chunks.ts";
import { duplicateKey } from "./refused.ts";

/** What a batch changes in ordinary collections. Sent again it changes nothing more. */
export async function upsertRows(db: Db, batch: Batch): Promise<void> {
  await Promise.all([
    writeUpserts(
      db,
      "transactions",
      latest(batch.transactions).map(({ key, ...row }) => ({
        filter: { _id: key },
        update: { $set: { ...row, writer: batch.writer }, $currentDate: { changedAt: true } },
      })),
    ),
    writeUpserts(
      db,
      "connections",
      latest(batch.connections).map(({ key, ...row }) => ({
        filter: { _id: key },
        update: { $set: row },
      })),
    ),
    writeUpserts(db, "answers", lateAnswers(batch)),
  ]);
}

export interface Upsert {
  filter: { _id: string };
  update: Document;
}

/** One row per key: the last one says what holds. */
function latest<Row extends { key: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()];
}

/** Answers to requests of earlier batches. The first one that ever came stays. */
function lateAnswers(batch: Batch): Upsert[] {
  const own = new Set(batch.frames.map(({ id }) => id));
  const answers = answersIn(batch.frames, (pair) => !own.has(pair));
  return [...answers].map(([request, { id, kind, latency, error, at }]) => ({
    filter: { _id: request },
    update: { $setOnInsert: { answer: id, kind, latency, error, t: seriesTime(frameIdTime(request) ?? at) } },
  }));
}

/** Without order. Sent again they change nothing more. */
export async function writeUpserts(db: Db, collection: string, upserts: readonly Upsert[]): Promise<void> {
  for (const chunk of chunksOf(upserts)) {
    const operations: AnyBulkWriteOperation[] = chunk.map((upsert) => ({
      updateOne: { filter: upsert.filter as never, update: upsert.update, upsert: true },
    }));
    const send = async (): Promise<void> => {
      await db.collection(collection).bulkWrite(operations, { ordered: false });
    };
    // Two upserts of one key at the same moment, ours repeated by the driver for example: the second try finds it.
    await send().catch((error: unknown) =>
      hasCode(error, duplicateKey) ? send() : Promise.reject(error as Error),
    );
  }
}
