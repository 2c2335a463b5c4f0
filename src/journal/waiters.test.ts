import { expect, it } from "vitest";
import { Waiters } from "./waiters.ts";

it("lets go whose wait is over, and says when nobody waits any more", async () => {
  const waiters = new Waiters();
  const gone: string[] = [];
  const wait = (name: string, upTo: number, earlier = false): void => {
    void waiters.wait(upTo, earlier).then(() => gone.push(name));
  };
  expect(waiters.settle(() => true)).toBe(false);
  wait("3", 3);
  wait("5", 5);
  wait("2 and what was before", 2, true);
  expect(waiters.settle((upTo, earlier) => upTo <= 4 && !earlier)).toBe(false);
  await Promise.resolve();
  expect(gone).toEqual(["3"]);
  expect(waiters.settle(() => true)).toBe(true);
  await Promise.resolve();
  expect(gone).toEqual(["3", "5", "2 and what was before"]);
});
