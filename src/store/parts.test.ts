import { expect, test } from "vitest";
import { partsOf } from "./parts.ts";

test.each([
  [[], []],
  [[3], [[3]]],
  [
    [1, 2, 3, 4],
    [[1, 2, 3], [4]],
  ],
  [
    [5, 5, 1],
    [[5, 5], [1]],
  ],
  [
    [6, 5, 1],
    [[6], [5, 1]],
  ],
  [
    [1, 50, 1],
    [[1], [50], [1]],
  ],
])("%j in parts of 3, and of a sum of 10: %j", (items, parts) => {
  expect([...partsOf(items, { items: 3, size: 10 }, (item) => item)]).toEqual(parts);
});
