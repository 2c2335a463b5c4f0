import { afterAll, afterEach, beforeAll } from "vitest";
import { openHouse, type House, type HouseOptions } from "./house.ts";

/**
 * One house for all tests of a file: it opens before them and closes after them, and what a test opened closes with it.
 * `ready` is done in it first.
 */
export function useHouse({
  ready,
  ...options
}: HouseOptions & { ready?: (house: House) => Promise<void> } = {}): House {
  const house = {} as House;
  beforeAll(async () => {
    Object.assign(house, await openHouse(options));
    await ready?.(house);
  });
  afterEach(() => house.leave());
  afterAll(() => house.close());
  return house;
}
