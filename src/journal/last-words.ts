import type { FrameRecord } from "./frame.ts";

/**
 * The last record of each station that opens a CALL or ends one: shows after a kill which CALLs nobody read, because
 * neither their answer nor anything else that settles them was recorded.
 */
export class LastWords {
  readonly #last = new Map<string, FrameRecord>();

  /** In any order. */
  see(frames: Iterable<FrameRecord>): void {
    for (const frame of frames) {
      if (!isRelevant(frame)) continue;
      const known = this.#last.get(frame.station);
      if (known === undefined || known.id < frame.id) this.#last.set(frame.station, frame);
    }
  }

  /** CALLs that are open still. */
  open(): FrameRecord[] {
    return [...this.#last.values()].filter(({ kind }) => kind === "call");
  }
}

function isRelevant({ kind, direction, pair }: FrameRecord): boolean {
  switch (kind) {
    case "call":
      return direction === "out";
    case "callResult":
    case "callError":
      return direction === "in" && pair !== null;
    case "closed":
    case "refused":
      return true;
    default:
      return false;
  }
}
