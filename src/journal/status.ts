import type { Delivery } from "./delivery/delivery.ts";
import type { SpoolSide } from "./beginnings.ts";
import type { Durability } from "./options.ts";

export interface JournalStatus {
  /** Frames since this journal began; an ending of transactions without a message counts as one, here and below. */
  recorded: number;
  /** Recorded, but not in the store yet; of this process and of earlier ones whose spool was found. */
  pending: number;
  /** Brought into the store since this journal began. */
  stored: number;
  /** Of the pending ones those that are in memory alone: a kill of the process would lose them. */
  unsafe: number;
  /** What is wrong, for a person; null while all is well. */
  failing: string | null;
  /** Epoch ms since when the store takes nothing; null while it does. */
  awaySince: number | null;
  durability: Durability;
  /** Ms of frames that a kill of the process may lose; 0 with `every-frame`, null without a spool. */
  window: number | null;
  /** How long (ms) it took in the last minute until records were in the spool or the store. */
  lag: { p95: number; max: number };
  /** Null: there is none. */
  spool: SpoolStatus | null;
}

export interface SpoolStatus {
  /** Frames that wait in it for the store. */
  records: number;
  /** Of the files that hold something the store has not. */
  bytes: number;
  /** Most bytes. */
  limit: number;
  /** Such files. */
  segments: number;
  /** Epoch ms: when the oldest waiting frame was recorded; null when none waits. */
  oldestAt: number | null;
  /** Why it cannot be written or read; null while it can. */
  problem: string | null;
  /** Damaged stretches that were set aside in its folder and lie there still, for a person to look at. */
  damaged: number;
  /** What was in them, where they are and what to do; null where there are none. */
  notice: string | null;
}

/** What the journal knows of itself; `inTurn`: records of the turn that has not ended, `late`: those after its end. */
export interface StatusParts {
  recorded: number;
  stored: number;
  late: number;
  inTurn: number;
  delivery: Delivery | null;
  side: SpoolSide | null;
  durability: Durability;
  window: number;
  pendingAlarm: number;
}

export function statusOf(parts: StatusParts): JournalStatus {
  const { recorded, stored, delivery, side, durability } = parts;
  const old = delivery?.old ?? { delivered: 0, waiting: 0 };
  const everyFrame = durability === "every-frame";
  const unsafe = delivery === null ? 0 : delivery.unsafe + (everyFrame ? 0 : parts.inTurn);
  const spool =
    delivery === null || side === null
      ? null
      : {
          ...side.spool.status(),
          records: delivery.spooled,
          oldestAt: delivery.spooled > 0 ? delivery.oldestAt : null,
          problem: delivery.spoolProblem,
        };
  return {
    recorded,
    pending: recorded - stored + old.waiting,
    stored: stored + old.delivered,
    unsafe,
    failing: failingText(parts, unsafe),
    awaySince: delivery?.awaySince ?? null,
    durability,
    window: side === null ? null : everyFrame ? 0 : parts.window,
    lag: delivery?.lag.figures(performance.now()) ?? { p95: 0, max: 0 },
    spool,
  };
}

function failingText({ delivery, late, pendingAlarm }: StatusParts, unsafe: number): string | null {
  const texts: string[] = [];
  if (delivery?.error != null) texts.push(delivery.error);
  if (delivery?.spoolProblem != null) texts.push(`the spool: ${delivery.spoolProblem}`);
  if (unsafe >= pendingAlarm) texts.push(`${unsafe} records wait in memory (alarm at ${pendingAlarm})`);
  if (late > 0) texts.push(`${late} records came after the journal was closed and are not kept`);
  return texts.length > 0 ? texts.join("; ") : null;
}
