import type { Collection, Db, Document } from "mongodb";
import { foldCase } from "../../search-words.ts";
import type { FrameRow } from "../../store.ts";
import type { AnswerDocument, FrameDocument, FramePartDocument } from "../shapes.ts";

const chunk = 1000;

/** Makes rows of frame documents: with the texts that were too long for one, and with answers that came later. */
export class FrameRows {
  readonly #answers: Collection<AnswerDocument>;
  readonly #parts: Collection<FramePartDocument>;

  constructor(db: Db) {
    this.#answers = db.collection<AnswerDocument>("answers");
    this.#parts = db.collection<FramePartDocument>("frame_parts");
  }

  /** `raws`: texts that are known already, by id. */
  async rowsOf(
    documents: readonly Document[],
    raws: ReadonlyMap<string, string> = new Map(),
  ): Promise<FrameRow[]> {
    const frames = documents.map(frameDocument);
    const answers = await this.#answersOf(frames);
    const rows: FrameRow[] = [];
    for (const frame of frames) {
      const raw = raws.get(frame._id) ?? (await this.rawOf(frame));
      rows.push(rowOf(frame, raw, frame.answer ?? answers.get(frame._id) ?? null));
    }
    return rows;
  }

  async rawOf(frame: Pick<FrameDocument, "_id" | "raw" | "parts">): Promise<string> {
    if (frame.parts === undefined || frame.parts === 0) return frame.raw ?? "";
    const texts: string[] = [];
    for (let i = 0; i < frame.parts; i++) {
      const part = await this.#parts.findOne({ _id: `${frame._id}/${i}` });
      if (part === null) throw new Error(`piece ${i} of ${frame.parts} of frame ${frame._id} is missing`);
      texts.push(part.text);
    }
    return texts.join("");
  }

  /** Of the documents whose text the server could not judge alone, those that hold all words. */
  async holding(
    words: readonly string[],
    documents: readonly Document[],
    check: boolean,
    raws: Map<string, string>,
  ): Promise<Document[]> {
    const found: Document[] = [];
    for (const document of documents) {
      const frame = frameDocument(document);
      const inParts = frame.parts !== undefined && frame.parts > 0;
      if (check || inParts) {
        const raw = await this.rawOf(frame);
        const folded = foldCase(raw);
        if (!words.every((word) => folded.includes(word))) continue;
        if (inParts) raws.set(frame._id, raw);
      }
      found.push(document);
    }
    return found;
  }

  async #answersOf(frames: readonly FrameDocument[]): Promise<Map<string, NonNullable<FrameRow["answer"]>>> {
    const ids = frames.filter((frame) => frame.answer === undefined).map((frame) => frame._id);
    const answers = new Map<string, NonNullable<FrameRow["answer"]>>();
    for (let i = 0; i < ids.length; i += chunk) {
      const found = this.#answers.find({ _id: { $in: ids.slice(i, i + chunk) } }, { batchSize: chunk });
      for await (const { _id, answer, kind, latency, error } of found)
        answers.set(_id, { id: answer, kind, latency: latency ?? null, error: error ?? null });
    }
    return answers;
  }
}

/** The collection holds what this product wrote; its validator or ours saw to the members. */
function frameDocument(document: Document): FrameDocument {
  return document as FrameDocument;
}

function rowOf(frame: FrameDocument, raw: string, answer: FrameRow["answer"]): FrameRow {
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
    answer:
      answer === null
        ? null
        : { id: answer.id, kind: answer.kind, latency: answer.latency ?? null, error: answer.error ?? null },
  };
}
