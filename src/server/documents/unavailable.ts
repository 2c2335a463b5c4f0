import type { Problem } from "../../result.ts";

/** The store did not do it, so it was not done. */
export function unavailable(error: unknown): Problem {
  const why = error instanceof Error ? error.message : String(error);
  return { code: "unavailable", message: `The store cannot keep this now, so nothing was changed: ${why}` };
}
