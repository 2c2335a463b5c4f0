import type { Collection, Db, Document } from "mongodb";
import type { FrameRecord } from "../../../frames/frame.ts";
import { foldCase } from "../../search-words.ts";
import type { FrameRow } from "../../store.ts";
import type { AnswerDocument, FrameDocument, FramePartDocument } from "../shapes.ts";
import type { FramePlan, Wanted } from "./frame-plan.ts";

const chunk = 1000;

/** By id. */
export type KnownFrames = Map<string, FrameRecord>;

/** Makes rows of frame documents: with the texts that were too long for one, and with answers that came later. */
export class FrameRows {
  readonly #answers: Collection<AnswerDocument>;
  readonly #parts: Collection<FramePartDocument>;

  constructor(db: Db) {
    this.#answers = db.collection<AnswerDocument>("answers");
    this.#parts = db.collection<FramePartDocument>("frame_parts");
  }

  /** `known`: what `holding` has read of documents with parts. */
  async rowsOf(documents: readonly Document[], known: KnownFrames = new Map()): Promise<FrameRow[]> {
    const frames = documents.map(frameDocument);
    const answers = await this.#answersOf(frames);
    const rows: FrameRow[] = [];
    for (const frame of frames) {
      const record = known.get(frame._id) ?? (await this.#recordOf(frame));
      rows.push({ ...record, answer: frame.answer ?? answers.get(frame._id) ?? null });
    }
    return rows;
  }

  /** Of what the server found, what really matches: documents with parts, and where asked all, are judged here. */
  async holding(
    { wanted, check }: Pick<FramePlan, "wanted" | "check">,
    documents: readonly Document[],
    known: KnownFrames,
  ): Promise<Document[]> {
    const found: Document[] = [];
    for (const document of documents) {
      const frame = frameDocument(document);
      if (hasParts(frame)) {
        const record = await this.#recordOf(frame);
        if (!isWanted(record, wanted)) continue;
        known.set(frame._id, record);
      } else if (check === "all" && !holdsWords(frame.raw ?? "", wanted.words)) continue;
      found.push(document);
    }
    return found;
  }

  async #recordOf(frame: FrameDocument): Promise<FrameRecord> {
    if (!hasParts(frame)) return recordOf(frame, frame.raw ?? "");
    const text = await this.#textOf(frame);
    if (frame.whole !== true) return recordOf(frame, text);
    const record: FrameRecord = JSON.parse(text);
    return record;
  }

  async #textOf(frame: FrameDocument): Promise<string> {
    const texts: string[] = [];
    for (let i = 0; i < (frame.parts ?? 0); i++) {
      const part = await this.#parts.findOne({ _id: `${frame._id}/${i}` });
      if (part === null)
        throw new Error(`piece ${i} of ${frame.parts} of the text of frame ${frame._id} is missing`);
      texts.push(part.text);
    }
    return texts.join("");
  }

  async #answersOf(frames: readonly FrameDocument[]): Promise<Map<string, NonNullable<FrameRow["answer"]>>> {
    const ids = frames.filter((frame) => frame.answer === undefined).map((frame) => frame._id);
    const answers = new Map<string, NonNullable<FrameRow["answer"]>>();
    for (let i = 0; i < ids.length; i += chunk) {
      const found = this.#answers.find({ _id: { $in: ids.slice(i, i + chunk) } }, { batchSize: chunk });
      for await (const { _id, answer, kind, latency, error } of found)
        answers.set(_id, { id: answer, kind, latency, error });
    }
    return answers;
  }
}

/** The collection holds what this product wrote; its validator or ours saw to the members. */
function frameDocument(document: Document): FrameDocument {
  return document as FrameDocument;
}

function hasParts(frame: FrameDocument): boolean {
  return frame.parts !== undefined && frame.parts > 0;
}

function isWanted(record: FrameRecord, { actions, messageId, words }: Wanted): boolean {
  return (
    (actions === undefined || (record.action !== null && actions.includes(record.action))) &&
    (messageId === undefined || record.messageId === messageId) &&
    holdsWords(record.raw, words)
  );
}

function holdsWords(raw: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const folded = foldCase(raw);
  return words.every((word) => folded.includes(word));
}

function recordOf(frame: FrameDocument, raw: string): FrameRecord {
  return {
    id: frame._id,
    writer: frame.writer,
    at: frame.at,
    station: frame.meta.station,
    connection: frame.meta.connection,
    dialect: frame.meta.dialect,
    direction: frame.direction,
    kind: frame.kind,
    action: frame.action ?? null,
    messageId: frame.messageId ?? null,
    raw,
    size: frame.size,
    pair: frame.pair ?? null,
    latency: frame.latency ?? null,
    error: frame.error ?? null,
    issues: frame.issues ?? [],
    marks: frame.marks ?? [],
  };
}
