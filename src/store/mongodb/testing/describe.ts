import { afterAll, describe, test } from "vitest";
import { findMongo } from "./find.ts";
import { guardEverything } from "./guard/everything.ts";
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
 * with `CI=true` they fail. All their commands pass the guard. Databases taken from `sharedMongo()` are dropped afterwards.
 */
export function describeWithMongo(title: string, needs: Needs, body: () => void): void {
  const missing = "missing" in found;
  const reason = missing ? `MongoDB is missing: ${found.missing}` : unfit(needs);
  const name = reason === null ? `${title}, on MongoDB` : `${title} (${reason})`;
  const fails = missing && process.env["CI"] === "true";
  if (reason !== null && !fails) console.error(`SKIPPED ${title}: ${reason}`);
  if (fails) {
    // oxlint-disable-next-line vitest/valid-title
    describe(name, () => {
      test("needs MongoDB", () => {
        throw new Error(reason ?? "");
      });
    });
    return;
  }
  // oxlint-disable-next-line vitest/valid-title
  describe.skipIf(reason !== null)(name, () => {
    guardEverything();
    body();
    if (needs.own !== true) afterAll(async () => (await sharedMongo()).stop());
  });
}

function unfit({ own }: Needs): string | null {
  const given = "kind" in found && found.kind === "given";
  return given && own === true ? "the server that MONGODB_URI names is not ours to start or kill" : null;
}
