import type { StationState } from "../state.ts";

/**
 * Seconds until the next attempt: a minimum that doubles with each failure, so many times at most, plus a random part
 * that is new each time (Part 4 §5.3). 1.6 prescribes nothing; its stations do the same with constants.
 */
export function backOff(station: StationState): number {
  const { backOffMinimum, backOffRandom, backOffRepeats } = station.parameters;
  const doubled = Math.min(station.link.failures, backOffRepeats, 16);
  return backOffMinimum * 2 ** doubled + station.random.fraction() * backOffRandom;
}
