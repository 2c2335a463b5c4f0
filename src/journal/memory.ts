import type { FrameRecord } from "../frames/frame.ts";
import type { Journal } from "./journal.ts";

/** The records of one journal, kept in memory: for audits and tests, whose journals have no store. */
export interface FrameMemory {
  /** All since the beginning, in order. */
  readonly frames: readonly FrameRecord[];
  get(id: string): FrameRecord | undefined;
  /** The first record that answers this one. */
  answerTo(id: string): FrameRecord | undefined;
  /** Ends the keeping; what is kept stays. */
  stop(): void;
}

/** Keeps what a journal delivers from now on. Memory grows with it: not for long-running servers. */
export function keepInMemory(journal: Journal): FrameMemory {
  const frames: FrameRecord[] = [];
  const byId = new Map<string, FrameRecord>();
  const answers = new Map<string, FrameRecord>();
  const stop = journal.subscribe((batch) => {
    for (const frame of batch) {
      frames.push(frame);
      byId.set(frame.id, frame);
      if (frame.pair !== null && !answers.has(frame.pair)) answers.set(frame.pair, frame);
    }
  });
  return { frames, get: (id) => byId.get(id), answerTo: (id) => answers.get(id), stop };
}
