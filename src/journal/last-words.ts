import type { FrameRecord } from "../frames/frame.ts";

/**
 * The last record of each station that opens a CALL or ends one: shows after a kill which CALLs nobody read, because
 * neither their answer nor anything else that settles them was recorded.
 */
export class LastWords {
  readonly #last = new Map<string, { frame: FrameRecord; portion: number | null }>();

  /** In any order. `portion`: the number of that of the spool which they come from; null for frames of the store. */
  see(frames: Iterable<FrameRecord>, portion: number | null): void {
    for (const frame of frames) {
      if (!isRelevant(frame)) continue;
      const known = this.#last.get(frame.station);
      if (known === undefined || known.frame.id <= frame.id)
        this.#last.set(frame.station, { frame, portion });
    }
  }

  /**
   * CALLs that are open still. `reached`: number of a writer's last portion in the store; what came after those need not
   * be in the spool, so that of them only the store can tell.
   */
  open(reached: (writer: string) => number): FrameRecord[] {
    return [...this.#last.values()]
      .filter(({ frame, portion }) => portion === null || portion > reached(frame.writer))
      .map(({ frame }) => frame)
      .filter(({ kind }) => kind === "call");
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
