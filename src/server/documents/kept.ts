import { errorText } from "../../error-text.ts";
import type { Problem } from "../../result.ts";

/** Waits for the store to do something. Null when it did, otherwise why it did not: then nothing was changed. */
export async function kept(done: Promise<unknown>): Promise<Problem | null> {
  try {
    await done;
    return null;
  } catch (error) {
    return unavailable(error);
  }
}

/** The store did not do it, so it was not done. */
export function unavailable(error: unknown): Problem {
  return {
    code: "unavailable",
    message: `The store cannot keep this now, so nothing was changed: ${errorText(error)}`,
  };
}
