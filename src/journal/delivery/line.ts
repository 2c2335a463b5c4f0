import type { Portion } from "./portion.ts";

/** Portions that are in memory and not in the store: the newest ones, in order, without gaps. */
export class Line {
  readonly #portions: Portion[] = [];
  #bytes = 0;

  get bytes(): number {
    return this.#bytes;
  }

  get first(): Portion | undefined {
    return this.#portions[0];
  }

  push(portion: Portion): void {
    this.#portions.push(portion);
    this.#bytes += portion.bytes;
  }

  /** Takes the first one out. */
  drop(): void {
    const portion = this.#portions.shift();
    if (portion !== undefined) this.#bytes -= portion.bytes;
  }

  /** The first one with a number above this. */
  after(number: number): Portion | undefined {
    const first = this.first?.batch.number ?? 0;
    return this.#portions[Math.max(0, number + 1 - first)];
  }

  /** The first ones, as many as the limits allow but at least one; none when there are none. */
  head(mostFrames: number, mostBytes: number): Portion[] {
    const taken: Portion[] = [];
    let frames = 0;
    let bytes = 0;
    for (const portion of this.#portions) {
      frames += portion.batch.frames.length;
      bytes += portion.bytes;
      if (taken.length > 0 && (frames > mostFrames || bytes > mostBytes)) break;
      taken.push(portion);
    }
    return taken;
  }
}
