// Tests that prove by repetition run a sample in `make test` and the whole in `make prove`.

/**
 * How often a test of that kind repeats.
 * @param sample in `make test`: enough to find again what the test has found before
 * @param full in `make prove`, which sets STATIONMASTER_PROVE=full
 */
export function rounds(sample: number, full: number): number {
  return process.env["STATIONMASTER_PROVE"] === "full" ? full : sample;
}

/**
 * What such a test draws its sample by: the same in each run, unless STATIONMASTER_SEED names another one (a whole number).
 * Tests name it when they fail.
 */
export function seedOf(usual: number): number {
  const given = process.env["STATIONMASTER_SEED"];
  if (given === undefined || given === "") return usual;
  const seed = Number(given);
  if (Number.isSafeInteger(seed)) return seed;
  throw new RangeError(`STATIONMASTER_SEED: "${given}" is no whole number`);
}

/** Both, as fast-check wants them: it names the seed and the shortest example when a property fails. */
export function repeated(sample: number, full: number, seed = 1): { seed: number; numRuns: number } {
  return { seed: seedOf(seed), numRuns: rounds(sample, full) };
}
