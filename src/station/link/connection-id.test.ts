import { expect, it } from "vitest";
import { newConnectionId } from "./connection-id.ts";

it("connection ids ascend within a millisecond and while the clock runs back", () => {
  const now = Date.UTC(2025, 0, 1);
  const ids = [now, now, now + 0.5, now + 1, now - 5000, now + 2].map(newConnectionId);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
