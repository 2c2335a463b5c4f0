import { MongoClient } from "mongodb";
import type { Db } from "mongodb";
import type { FrameRecord } from "../../../../frames/frame.ts";
import type { TransactionEventRow } from "../../../rows.ts";
import type { SampleRow } from "../../../store.ts";
import { frameChunks, answersIn } from "../../append/chunks.ts";
import { batchPrefix, eventDocument, sampleDocument, sampleId } from "../../append/sample-document.ts";
import { createCollections } from "../../create-collections.ts";
import type {
  AnswerDocument,
  FrameDocument,
  FramePartDocument,
  SampleDocument,
  TransactionEventDocument,
} from "../../shapes.ts";
import { guardCommands } from "../../testing/guard/guard.ts";
import type { Guard } from "../../testing/guard/guard.ts";

export interface TestHome {
  client: MongoClient;
  db: Db;
  guard: Guard;
}

const safe = { writeConcern: { w: "majority", journal: true } } as const;

/** A fresh database with all collections and indexes, behind the guard. */
export async function openTestHome(uri: string, name: string, timeSeries = true): Promise<TestHome> {
  const client = new MongoClient(uri, { monitorCommands: true, heartbeatFrequencyMS: 500 });
  const guard = guardCommands(client);
  const db = client.db(name, safe);
  await createCollections(db, timeSeries);
  return { client, db, guard };
}

export async function insertFrames(db: Db, frames: readonly FrameRecord[]): Promise<void> {
  for await (const chunk of frameChunks(frames, { anyNames: true })) {
    const parts = chunk.flatMap((packed) => packed.parts);
    if (parts.length > 0) await db.collection<FramePartDocument>("frame_parts").insertMany(parts);
    await db.collection<FrameDocument>("frames").insertMany(chunk.map(({ document }) => document));
  }
}

/** The answers among `frames` to requests that are not. */
export async function insertAnswers(db: Db, frames: readonly FrameRecord[]): Promise<void> {
  const own = new Set(frames.map(({ id }) => id));
  const documents = [...answersIn(frames, (pair) => !own.has(pair))].map(
    ([_id, { id: answer, kind, latency, error, at }]): AnswerDocument => ({
      _id,
      answer,
      kind,
      latency,
      error,
      t: new Date(at),
    }),
  );
  if (documents.length > 0) await db.collection<AnswerDocument>("answers").insertMany(documents);
}

export async function insertSamples(db: Db, number: number, rows: readonly SampleRow[]): Promise<void> {
  const prefix = batchPrefix("test/1", number);
  const documents = rows.map((row, place) => sampleDocument(row, sampleId(prefix, place)));
  await db.collection<SampleDocument>("meter_samples").insertMany(documents);
}

export async function insertEvents(
  db: Db,
  number: number,
  rows: readonly TransactionEventRow[],
): Promise<void> {
  const prefix = batchPrefix("test/1", number);
  const documents = rows.map((row, place) => eventDocument(row, sampleId(prefix, place)));
  await db.collection<TransactionEventDocument>("transaction_events").insertMany(documents);
}
