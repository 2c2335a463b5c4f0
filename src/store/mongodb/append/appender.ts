import type { Db, MongoClient } from "mongodb";
import { hasCode } from "../../../error-text.ts";
import { checkBatch } from "../../check-batch.ts";
import type { Batch } from "../../store.ts";
import { LastHeard } from "../last-heard.ts";
import type { ServerFacts } from "../server-facts.ts";
import { chunksOf, frameChunks } from "./chunks.ts";
import { packWhole } from "./frame-document.ts";
import type { PackedFrame } from "./frame-document.ts";
import { insert } from "./insert.ts";
import type { Repetition } from "./insert.ts";
import { presentIds } from "./present.ts";
import type { Dated } from "./present.ts";
import { incompleteHistory, RefusedError } from "./refused.ts";
import { RepetitionSessions } from "./repetitions.ts";
import { batchPrefix, eventDocument, sampleDocument, sampleId } from "./sample-document.ts";
import { upsertRows } from "./upserts.ts";
import { clockLagOf, putWatermark, watermarkOf } from "./watermark.ts";

export interface AppenderOptions {
  client: MongoClient;
  db: Db;
  facts: ServerFacts;
  /** See `migrate`. */
  home: string;
  /** The process itself. */
  writer: string;
  /** Nothing of this writer can be here yet: it was registered a moment ago, under this id for the first time. */
  fresh: boolean;
}

/**
 * Takes batches, each once. First what is inserted, then what is upserted, last the writer's watermark; a batch that
 * broke off before that is delivered again and completed. What keeps a time series, which has no unique ids, from having
 * a document twice: when a batch may be here in part, we look which documents are there and insert the others; and for a
 * command that may still be under way, the server knows its repetition by a number, and each document by its place in the
 * command, where it can.
 */
export class Appender {
  readonly #options: AppenderOptions;
  readonly #sessions: RepetitionSessions;
  readonly #lastHeard = new LastHeard();
  /** By writer: number of the last batch that is here in full. */
  readonly #watermarks = new Map<string, number>();
  /** Writers whose next batch can't be here in part. */
  readonly #clean = new Set<string>();
  /** ms: the largest that was told. */
  #clockLag = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: AppenderOptions) {
    this.#options = options;
    this.#sessions = new RepetitionSessions(options.client, `${options.db.databaseName}\n${options.home}`);
    if (options.fresh) {
      this.#watermarks.set(options.writer, 0);
      this.#clean.add(options.writer);
    }
  }

  /** See `Store.append`. One at a time, in the order of the calls. */
  append(batch: Batch): Promise<void> {
    const turn = this.#last.then(() => this.#append(batch));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** After watermarks came in another way. */
  forget(): void {
    this.#watermarks.clear();
    this.#clean.clear();
  }

  /** Waits for the batch under way. */
  async close(): Promise<void> {
    await this.#last;
    await this.#sessions.close();
  }

  async #append(batch: Batch): Promise<void> {
    checkBatch(batch);
    const { db } = this.#options;
    const { writer, number } = batch;
    const mark = this.#watermarks.get(writer) ?? (await watermarkOf(db, writer));
    this.#watermarks.set(writer, mark);
    if (number <= mark) return;
    const clean = this.#clean.delete(writer);
    await this.#write(batch, !clean);
    this.#watermarks.set(writer, number);
    this.#clean.add(writer);
  }

  async #write(batch: Batch, doubtful: boolean): Promise<void> {
    const { db, writer } = this.#options;
    // A write acknowledged by the majority: what we find afterwards can't be taken back by a change of primary.
    // A clock that was set back further than before is told first, since readers bound their time by it.
    const clockLag = clockLagOf(batch.frames);
    if (doubtful || clockLag > this.#clockLag)
      await putWatermark(db, { writer: batch.writer, number: 0, clockLag, own: writer });
    this.#clockLag = Math.max(this.#clockLag, clockLag);
    const prefix = batchPrefix(batch.writer, batch.number);
    const samples = batch.samples.map((row, i) => sampleDocument(row, sampleId(prefix, i)));
    const events = batch.events.map((row, i) => eventDocument(row, sampleId(prefix, i)));
    await allSettled([
      this.#frames(batch, doubtful),
      this.#series(batch, "meter_samples", samples, doubtful),
      this.#series(batch, "transaction_events", events, doubtful),
    ]);
    await allSettled([upsertRows(db, batch), this.#lastHeard.note(db, batch.frames)]);
    await putWatermark(db, {
      writer: batch.writer,
      number: batch.number,
      clockLag,
      own: writer,
    });
  }

  async #frames(batch: Batch, doubtful: boolean): Promise<void> {
    const anyNames = this.#options.facts.timeSeries;
    let number = 0;
    for await (const chunk of frameChunks(batch.frames, { anyNames })) {
      const parts = chunk.flatMap((packed) => packed.parts);
      await this.#parts(parts);
      try {
        await this.#insert(
          batch,
          "frames",
          number,
          chunk.map(({ document }) => document),
          doubtful,
        );
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        await this.#refused(batch, chunk, error);
      }
      number += 1;
    }
  }

  /** Frames that the server does not want as they are: in the form that nothing can be wrong with. */
  async #refused(batch: Batch, chunk: readonly PackedFrame[], refusal: RefusedError): Promise<void> {
    const byId = new Map(batch.frames.map((frame) => [frame.id, frame]));
    for (const packed of chunk) {
      const frame = byId.get(packed.document._id);
      if (frame === undefined || !refusal.ids.has(frame.id)) continue;
      const whole = packWhole(frame, packed.document);
      await this.#parts(whole.parts);
      try {
        await insert(this.#options.db, "frames", [whole.document], null);
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        throw new Error(
          `MongoDB refuses frame ${frame.id} of station ${frame.station}, and everything after it waits: ${error.message}`,
          { cause: error },
        );
      }
    }
  }

  async #parts(parts: PackedFrame["parts"]): Promise<void> {
    const collection = this.#options.db.collection<PackedFrame["parts"][number]>("frame_parts");
    for (const { _id, ...part } of parts) await collection.replaceOne({ _id }, part, { upsert: true });
  }

  async #series(
    batch: Batch,
    collection: string,
    documents: readonly Dated[],
    doubtful: boolean,
  ): Promise<void> {
    for (const [number, chunk] of [...chunksOf(documents)].entries())
      await this.#insert(batch, collection, number, chunk, doubtful);
  }

  async #insert(
    batch: Batch,
    collection: string,
    chunk: number,
    documents: readonly Dated[],
    doubtful: boolean,
  ): Promise<void> {
    const { db, facts } = this.#options;
    const repetition =
      facts.knowsRepetitions === true
        ? { session: this.#sessions.of(batch.writer, collection, chunk), number: batch.number }
        : null;
    if (!doubtful || !facts.timeSeries) return await insert(db, collection, documents, repetition);
    try {
      await this.#complete(collection, documents, repetition);
    } catch (error) {
      if (!hasCode(error, incompleteHistory)) throw error;
      // So long ago that the server has forgotten which ones it ran; then none is under way any more either.
      await this.#complete(collection, documents, null);
    }
  }

  async #complete(
    collection: string,
    documents: readonly Dated[],
    repetition: Repetition | null,
  ): Promise<void> {
    const { db, facts } = this.#options;
    const readConcern = facts.topology === "stand-alone" ? "local" : "majority";
    const present = await presentIds(db, collection, documents, readConcern);
    const places = [...documents.keys()].filter((place) => !present.has(documents[place]?._id ?? ""));
    if (places.length === 0) return;
    // Nothing is there, or nothing yet: the same command again, which the server runs once even if the first is still under way.
    if (present.size === 0) return await insert(db, collection, documents, repetition);
    const missing = places.flatMap((place) => documents[place] ?? []);
    await insert(
      db,
      collection,
      missing,
      repetition !== null && facts.knowsPlaces ? { ...repetition, places } : null,
    );
  }
}

/** Waits for all, so that none is at work when the batch comes again; then throws the first error. */
async function allSettled(works: readonly Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(works);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
