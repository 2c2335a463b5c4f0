import { expect, test, vi } from "vitest";

test("what takes longer than a second is waited for, unless a test says otherwise", async () => {
  const began = performance.now();
  const slow = (): void => expect(performance.now() - began).toBeGreaterThan(1800);
  await expect(vi.waitFor(slow, 300)).rejects.toThrow("greater than 1800");
  await vi.waitFor(slow);
});
