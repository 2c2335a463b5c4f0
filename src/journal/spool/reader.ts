import { open } from "node:fs/promises";
import { errorText } from "../../error-text.ts";
import type { Batch } from "../../store/store.ts";
import { Assembler } from "./assemble.ts";
import { nextStretch } from "./record.ts";
import type { Segment } from "./segment.ts";
import type { Damage } from "./damage.ts";
import type { DamagedFiles } from "./damaged-files.ts";
import { isSpoolRecord } from "./shapes.ts";

/** Reads portions back, in the order of writing, once. */
export class SpoolReader {
  readonly #segments: readonly Segment[];
  readonly #damaged: DamagedFiles;
  readonly #report: (text: string) => void;
  readonly #assembler = new Assembler();
  readonly #ready: Batch[] = [];
  #segment: Segment | undefined;
  #bytes: Buffer = Buffer.alloc(0);
  /** Where `#bytes` begins in the segment, and how far of it was read. */
  #base = 0;
  #read = 0;

  /** `segments`: those that exist, oldest first; may change between calls. `damaged`: gets what cannot be read. */
  constructor(segments: readonly Segment[], damaged: DamagedFiles, report: (text: string) => void) {
    this.#segments = segments;
    this.#damaged = damaged;
    this.#report = report;
  }

  /**
   * The next portion; null when there is none up to the end of segment `until` (of all, unless given). `upTo`: the last
   * portion that was written whole.
   */
  async next(until = Number.MAX_SAFE_INTEGER, upTo = Number.MAX_SAFE_INTEGER): Promise<Batch | null> {
    for (;;) {
      const batch = this.#ready.shift();
      if (batch !== undefined) return batch;
      if (this.#read < this.#bytes.length) await this.#take();
      else if (!(await this.#load(until))) {
        this.#ready.push(...this.#assembler.end(upTo));
        return this.#ready.shift() ?? null;
      }
    }
  }

  async #take(): Promise<void> {
    const stretch = nextStretch(this.#bytes, this.#read);
    if (stretch === null) return;
    this.#read = stretch.end;
    if (stretch.kind === "record") {
      if (isSpoolRecord(stretch.value)) this.#ready.push(...this.#assembler.take(stretch.value));
      return;
    }
    if (this.#segment?.checked === true) return;
    const reason = stretch.kind === "damage" ? stretch.reason : "a part of the record is missing";
    await this.#setAside({ offset: stretch.offset, end: stretch.end, reason });
  }

  async #setAside(damage: Damage): Promise<void> {
    const segment = this.#segment;
    if (segment === undefined) return;
    const text = `${segment.path} is damaged at byte ${this.#base + damage.offset}: ${damage.reason}.`;
    // Not removed before its bytes are elsewhere.
    segment.kept = true;
    try {
      this.#report(`${text} ${await this.#damaged.keep(segment.path, this.#bytes, [damage], this.#base)}`);
      delete segment.kept;
    } catch (error) {
      const why = errorText(error);
      this.#report(`${text} It could not be set aside, and the file stays until the next start: ${why}`);
    }
  }

  /** Gets the next bytes, of this segment or the next; false when there are none. */
  async #load(until: number): Promise<boolean> {
    const here = this.#segment;
    let segment = here !== undefined && this.#segments.includes(here) ? here : undefined;
    let from = segment === undefined ? 0 : this.#base + this.#bytes.length;
    while (segment === undefined || from >= segment.size) {
      const after = (segment ?? here)?.sequence ?? -1;
      const next = this.#segments.find(({ sequence }) => sequence > after);
      if (next === undefined || next.sequence > until) return false;
      segment = next;
      from = 0;
    }
    this.#segment = segment;
    this.#base = from;
    this.#read = 0;
    this.#bytes = await readBytes(segment.path, from, segment.size);
    // Somebody made the file shorter: what is missing does not come any more.
    if (this.#bytes.length === 0) this.#base = segment.size;
    return true;
  }
}

async function readBytes(path: string, from: number, end: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(end - from), 0, end - from, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
