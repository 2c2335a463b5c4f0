/** Reproducible numbers: the same seeds give the same row. */
export interface Random {
  /** 32 bits, unsigned. */
  bits(): number;
  /** 0 up to, not including, 1. */
  fraction(): number;
}

/** The sfc32 generator. Any number may be a seed; its lower and upper 32 bits both count. */
export function createRandom(...seeds: number[]): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let counter = 1;
  const bits = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (const seed of seeds) {
    a ^= seed | 0;
    b ^= Math.floor(seed / 2 ** 32) | 0;
    for (let i = 0; i < 12; i++) bits();
  }
  return { bits, fraction: () => bits() / 2 ** 32 };
}

/** An identifier shaped like a UUID of version 4. */
export function uuid(random: Random): string {
  const hex = [random.bits(), random.bits(), random.bits(), random.bits()]
    .map((bits) => bits.toString(16).padStart(8, "0"))
    .join("");
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A number from -1 to 1 that depends on nothing but its arguments. */
export function noise(seed: number, at: number): number {
  let x = (seed ^ Math.imul(Math.floor(at) | 0, 0x9e3779b1)) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return ((x ^ (x >>> 16)) >>> 0) / 2 ** 31 - 1;
}
