import { afterAll, describe, test } from "vitest";
import { findMongo } from "./find.ts";
import { sharedMongo } from "./shared.ts";

const found = await findMongo();

/** Whether there is a server for the tests, and if not, why. */
export function mongoAvailable(): { available: true } | { available: false; reason: string } {
  return "missing" in found ? { available: false, reason: found.missing } : { available: true };
}

export interface Needs {
  /** The tests start, kill or configure servers themselves; a given one does not allow that. */
  own?: boolean;
}

/**
 * `describe` for tests that need MongoDB. Without a server they are skipped, with the reason in the title and on standard error;
 * with `CI=true` they fail. Databases taken from `sharedMongo()` are dropped afterwards.
 */
export function describeWithMongo(title: string, needs: Needs, body: () => void): void {
  if ("missing" in found) {
    const reason = `MongoDB is missing: ${found.missing}`;
    console.error(`SKIPPED ${title}: ${reason}`);
    if (process.env["CI"] === "true") {
      describe(title, () => {
        test("needs MongoDB", () => {
          throw new Error(reason);
        });
      });
    } else describe.skip(`${title} (${reason})`, body);
    return;
  }
  if (found.kind === "given" && needs.own === true) {
    console.error(`SKIPPED ${title}: the server that MONGODB_URI names is not ours to start or kill`);
    describe.skip(`${title} (the given server is not ours to start or kill)`, body);
    return;
  }
  describe(title, () => {
    body();
    if (needs.own !== true) afterAll(async () => (await sharedMongo()).stop());
  });
}
