import { expect, it } from "vitest";
import { OpenRequests } from "./open-requests.ts";

it("gives the action of a request once, within its connection", () => {
  const open = new OpenRequests();
  open.remember("a", "1", "Heartbeat");
  expect(open.take("b", "1")).toBeUndefined();
  expect(open.take("a", "1")).toBe("Heartbeat");
  expect(open.take("a", "1")).toBeUndefined();
});

it("keeps several of one id apart by what fits, the oldest first, and forgets those beyond four", () => {
  const open = new OpenRequests();
  for (const action of ["A", "B", "C", "D", "E"]) open.remember("", "1", action);
  expect(open.take("", "1", (action) => action === "D")).toBe("D");
  expect(open.take("", "1", () => false)).toBe("B");
  expect([open.take("", "1"), open.take("", "1"), open.take("", "1")]).toEqual(["C", "E", undefined]);
});

it("forgets the oldest of more than 10,000, and takes one that is asked again for young", () => {
  const open = new OpenRequests();
  for (let i = 0; i < 10_000; i++) open.remember("", `${i}`, "A");
  open.remember("", "0", "B");
  open.remember("", "new", "A");
  expect(open.take("", "1")).toBeUndefined();
  expect([open.take("", "0"), open.take("", "0"), open.take("", "2")]).toEqual(["A", "B", "A"]);
});
