import type { CaseContext } from "../context/context.ts";
import type { RecordedExchange } from "../context/exchange.ts";
import { Untestable } from "../context/stop.ts";
import { tokenFlags } from "../tokens.ts";

/**
 * Before an Authorize of the valid token is judged: when nobody said that the CSMS knows the token, its refusal proves
 * nothing and the case is untestable. An error or silence stays to be judged.
 */
export function doubtRefusal(t: CaseContext, exchange: RecordedExchange, status: unknown): void {
  if (t.tokens.validIsKnown || exchange.how !== "result" || status === "Accepted") return;
  throw new Untestable(
    `The CSMS does not accept the token ${t.tokens.valid}, which was only a guess; give one that it accepts with ${tokenFlags.valid}.`,
  );
}
