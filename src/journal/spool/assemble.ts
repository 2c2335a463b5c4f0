import type { Batch } from "../../store/store.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import { completeFromRaw } from "../complete-from-raw.ts";
import { rowLists } from "./shapes.ts";
import type { PartRecord, SpoolRecord } from "./shapes.ts";

interface Started {
  frame: FrameRecord;
  done: boolean;
}

/** Frames of a writer that no whole portion has. */
export interface Loose {
  writer: string;
  frames: FrameRecord[];
  /** The portion that they are the begin of; null where they, or some, were written one by one. */
  portion: number | null;
}

/** Puts portions together again out of the records of a spool, in their order. */
export class Assembler {
  /** By writer, then by id, in order of recording: frames that were written one by one. */
  readonly #started = new Map<string, Map<string, Started>>();
  /** By writer: the portion whose last part has not come yet. */
  readonly #open = new Map<string, Batch>();

  /** Takes a record; returns the portions that it completes. One whose last part is lost is complete when the next begins. */
  take(record: SpoolRecord): Batch[] {
    switch (record.t) {
      case "frame":
        this.#startedOf(record.f.writer).set(record.f.id, { frame: record.f, done: false });
        return [];
      case "done":
        for (const completion of record.frames) {
          const entry = this.#started.get(record.w)?.get(completion.id);
          if (entry !== undefined) {
            Object.assign(entry.frame, completion);
            entry.done = true;
          }
        }
        return [];
      case "part":
        return this.#takePart(record);
      case "head":
      case "batch":
        return [];
    }
  }

  /** Portions up to a number whose last part never came. */
  end(upTo: number): Batch[] {
    const rest = [...this.#open.values()].filter(({ number }) => number <= upTo);
    for (const { writer } of rest) this.#open.delete(writer);
    for (const batch of rest) this.#claim(batch);
    return rest;
  }

  /**
   * Frames that were never claimed, completed, and those of portions whose last part never came, in order of recording:
   * what else is in such a portion is read out of the frames again.
   */
  loose(): Loose[] {
    const found: Loose[] = [];
    for (const writer of new Set([...this.#started.keys(), ...this.#open.keys()])) {
      const torn = this.#open.get(writer);
      const started = [...(this.#started.get(writer)?.values() ?? [])].map(finished);
      if (started.length === 0) {
        if (torn !== undefined) found.push({ writer, frames: torn.frames, portion: torn.number });
        continue;
      }
      const frames = new Map([...started, ...(torn?.frames ?? [])].map((frame) => [frame.id, frame]));
      found.push({
        writer,
        frames: [...frames.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        portion: null,
      });
    }
    return found;
  }

  #takePart(part: PartRecord): Batch[] {
    const ready: Batch[] = [];
    let batch = this.#open.get(part.w);
    if (batch !== undefined && batch.number !== part.n) {
      this.#claim(batch);
      ready.push(batch);
      batch = undefined;
    }
    if (batch === undefined || part.first === true) {
      batch = {
        writer: part.w,
        number: part.n,
        frames: [],
        transactions: [],
        samples: [],
        events: [],
        connections: [],
      };
      this.#open.set(part.w, batch);
    }
    for (const list of rowLists) {
      const rows: unknown[] = batch[list];
      for (const row of part[list] ?? []) rows.push(row);
    }
    if (part.last === true) {
      this.#open.delete(part.w);
      this.#claim(batch, part);
      ready.push(batch);
    }
    return ready;
  }

  /** Adds the frames between two ids that were written one by one; what the portion itself holds is newer. */
  #claim(batch: Batch, { from = "", to }: Pick<PartRecord, "from" | "to"> = {}): void {
    const started = this.#started.get(batch.writer);
    if (started === undefined || started.size === 0) return;
    for (const frame of batch.frames) started.delete(frame.id);
    if (to === undefined) return;
    const added: FrameRecord[] = [];
    for (const [id, entry] of started) {
      if (id > to) break;
      // Of a portion that went to the store although the spool could not say what was in it.
      if (id < from) continue;
      started.delete(id);
      added.push(finished(entry));
    }
    if (added.length === 0) return;
    batch.frames.push(...added);
    batch.frames.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #startedOf(writer: string): Map<string, Started> {
    let entries = this.#started.get(writer);
    if (entries === undefined) this.#started.set(writer, (entries = new Map()));
    return entries;
  }
}

function finished({ frame, done }: Started): FrameRecord {
  return done ? frame : completeFromRaw(frame);
}
