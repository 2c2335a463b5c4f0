import fc from "fast-check";
import { expect, it } from "vitest";
import { fingerprint } from "./fingerprint.ts";

it("differs where texts differ, by a single letter too", () => {
  const seen = new Map<number, string>();
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), fc.nat(), (text, place) => {
      const at = place % (text.length + 1);
      for (const each of [text, `${text.slice(0, at)}x${text.slice(at)}`]) {
        const print = fingerprint(each);
        expect(Number.isSafeInteger(print)).toBe(true);
        expect(seen.get(print) ?? each).toBe(each);
        seen.set(print, each);
      }
    }),
    { numRuns: 2000 },
  );
});
