import { randomFillSync } from "node:crypto";

/**
 * Frame ids are ULIDs: 48 bits of time and 80 random bits in Crockford's base 32, so that their order as text is the
 * order of recording. Within one millisecond, or when the clock stands still or jumps back, the last id is counted up.
 */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const maxTime = 2 ** 48 - 1;
const half = 2 ** 40;

/** All texts of two digits: encoding 10 bits at a time is several times faster than 5 at a time. */
const pairs: readonly string[] = Array.from(
  { length: 1024 },
  (_, value) => alphabet.charAt(value >> 5) + alphabet.charAt(value & 31),
);
const valueOf: ReadonlyMap<string, number> = new Map([...alphabet].map((digit, value) => [digit, value]));

/** A source of ascending ids. Not shared between journals, so that one's clock does not bend another's. */
export class FrameIdSequence {
  #time = -1;
  /** The 80 random bits as two numbers of 40. */
  #high = 0;
  #low = 0;
  /** Time and high part as text; they change once a millisecond at most. */
  #prefix = "";
  readonly #random = new Uint32Array(256);
  #used = 256;

  /** `after`: an id that all of this sequence shall be greater than, e.g. the newest one in the store. */
  constructor(after?: string) {
    if (after === undefined) return;
    const time = frameIdTime(after);
    if (time === null) throw new RangeError(`not a frame id: ${after}`);
    this.#time = time;
    this.#high = decode(after.slice(10, 18));
    this.#low = decode(after.slice(18));
    this.#prefix = after.slice(0, 18);
  }

  /** The next id; `at` is epoch ms, fractions are ignored. */
  next(at: number): string {
    const time = Math.min(Math.max(Math.floor(at), 0), maxTime);
    if (time > this.#time) this.#start(time);
    else this.#count();
    return this.#prefix + digits8(this.#low);
  }

  #start(time: number): void {
    this.#time = time;
    // The top bit stays free, so that counting up practically never overflows.
    this.#high = (this.#draw() & 0x7f) * 2 ** 32 + this.#draw();
    this.#low = (this.#draw() & 0xff) * 2 ** 32 + this.#draw();
    this.#prefix = encodeTime(time) + digits8(this.#high);
  }

  #count(): void {
    this.#low += 1;
    if (this.#low < half) return;
    this.#low = 0;
    this.#high += 1;
    if (this.#high < half) this.#prefix = encodeTime(this.#time) + digits8(this.#high);
    else this.#start(this.#time + 1);
  }

  #draw(): number {
    if (this.#used === this.#random.length) {
      randomFillSync(this.#random);
      this.#used = 0;
    }
    return this.#random[this.#used++] ?? 0;
  }
}

const shared = new FrameIdSequence();

/** A new id, greater than all that this function gave before in this process. `at`: epoch ms. */
export function newFrameId(at: number = Date.now()): string {
  return shared.next(at);
}

/** The time in an id, epoch ms; null when the text is not an id. */
export function frameIdTime(id: string): number | null {
  if (id.length !== 26 || (valueOf.get(id.charAt(0)) ?? 8) > 7) return null;
  for (const digit of id) if (!valueOf.has(digit)) return null;
  return decode(id.slice(0, 10));
}

function decode(text: string): number {
  let value = 0;
  for (const digit of text) value = value * 32 + (valueOf.get(digit) ?? 0);
  return value;
}

function encodeTime(time: number): string {
  const high = Math.floor(time / half);
  return (pairs[high] ?? "") + digits8(time - high * half);
}

/** 40 bits as 8 digits. */
function digits8(value: number): string {
  const high = Math.floor(value / 2 ** 20);
  const low = value - high * 2 ** 20;
  return (
    (pairs[high >> 10] ?? "") +
    (pairs[high & 1023] ?? "") +
    (pairs[low >> 10] ?? "") +
    (pairs[low & 1023] ?? "")
  );
}
