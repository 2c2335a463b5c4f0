import { readFile, truncate } from "node:fs/promises";
import { basename } from "node:path";
import { setImmediate as breathe } from "node:timers/promises";
import { errorText, hasCode } from "../../error-text.ts";
import type { Batch, TransactionRow } from "../../store/store.ts";
import { LastWords } from "../last-words.ts";
import { Assembler } from "./assemble.ts";
import type { Loose } from "./assemble.ts";
import { nextStretch } from "./record.ts";
import { listSegments, noteRecord } from "./segment.ts";
import type { Segment } from "./segment.ts";
import type { Damage } from "./damage.ts";
import type { DamagedFiles } from "./damaged-files.ts";
import { isSpoolRecord, spoolFormat } from "./shapes.ts";
import type { BatchRecord, SpoolRecord } from "./shapes.ts";

/** What earlier processes left in a spool. */
export interface Recovered {
  segments: Segment[];
  /** Number, count of frames and newest frame id of the portions found, in order, by writer. */
  portions: Map<string, { number: number; frames: number; newest: string }[]>;
  /** Which portions were handed to the store together, in order. */
  batches: BatchRecord[];
  /** The newest state of each transaction, with the portion that told of it. */
  transactions: Map<string, { writer: string; number: number; row: TransactionRow }>;
  /** Frames that were in no portion yet when their process ended, or in one that was not written to its end, by writer. */
  loose: Loose[];
  /** Of the portions found. */
  lastWords: LastWords;
  /** Newest frame id; empty where there is none. */
  newest: string;
  /** What a person should know, in sentences. */
  findings: string[];
}

/**
 * Reads what is in a spool folder, oldest first. A torn end is cut off, damaged stretches are set aside; what is
 * readable before and after them stays. Throws where a segment is of a newer form. `damaged`: gets what cannot be read; null to
 * change nothing, for a look at a spool that another process may be using.
 */
export async function recover(folder: string, damaged: DamagedFiles | null): Promise<Recovered> {
  const found: Recovered = {
    segments: await listSegments(folder),
    portions: new Map(),
    batches: [],
    transactions: new Map(),
    loose: [],
    lastWords: new LastWords(),
    newest: "",
    findings: [],
  };
  const assembler = new Assembler();
  for (const segment of found.segments) {
    for await (const record of recordsOf(segment, found.findings, damaged)) {
      if (record.t === "head" && record.format > spoolFormat)
        throw new Error(
          `${segment.path} was written by a newer version of this program (form ${record.format}).`,
        );
      noteRecord(segment, record);
      if (record.t === "batch") found.batches.push(record);
      if (record.t === "frame" && record.f.id > found.newest) found.newest = record.f.id;
      for (const batch of assembler.take(record)) note(found, batch);
    }
  }
  found.loose = assembler.loose();
  for (const { frames } of found.loose) {
    const newest = frames.at(-1)?.id ?? "";
    if (newest > found.newest) found.newest = newest;
  }
  return found;
}

async function* recordsOf(
  segment: Segment,
  findings: string[],
  damaged: DamagedFiles | null,
): AsyncGenerator<SpoolRecord> {
  const bytes = await readFile(segment.path).catch((error: unknown) => {
    // Delivered since the folder was listed.
    if (damaged === null && hasCode(error, "ENOENT")) return Buffer.alloc(0);
    throw error;
  });
  const name = basename(segment.path);
  const damages: Damage[] = [];
  segment.size = bytes.length;
  let breath = 0;
  for (let at = nextStretch(bytes, 0); at !== null; at = nextStretch(bytes, at.end)) {
    if (at.kind === "torn") {
      segment.size = at.offset;
      if (damaged === null) continue;
      await truncate(segment.path, at.offset);
      findings.push(
        `The spool's ${name} ended in the middle of a write; ${at.end - at.offset} bytes were cut off.`,
      );
    } else if (at.kind === "damage") damages.push(at);
    else if (isSpoolRecord(at.value)) yield at.value;
    else damages.push({ offset: at.offset, end: at.end, reason: "the record is of an unknown kind" });
    if (at.end - breath < 2 ** 20) continue;
    breath = at.end;
    await breathe();
  }
  if (damages.length === 0 || damaged === null) return;
  const places = damages.map(({ offset, reason }) => `at byte ${offset}: ${reason}`).join("; ");
  const text = `The spool's ${name} is damaged (${places}).`;
  try {
    findings.push(`${text} ${await damaged.keep(segment.path, bytes, damages)}`);
  } catch (error) {
    segment.kept = true;
    const why = errorText(error);
    findings.push(`${text} It could not be set aside, and the file stays until the next start: ${why}`);
  }
}

function note(found: Recovered, batch: Batch): void {
  const { writer, number, frames } = batch;
  const portions = found.portions.get(writer) ?? [];
  const newest = frames.at(-1)?.id ?? "";
  portions.push({ number, frames: frames.length, newest });
  found.portions.set(writer, portions);
  found.lastWords.see(frames, number);
  for (const row of batch.transactions) found.transactions.set(row.key, { writer, number, row });
  if (newest > found.newest) found.newest = newest;
}
