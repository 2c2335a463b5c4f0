import type { Issue } from "./issue.ts";

/**
 * The first issue for which a message may be refused by a CALLERROR. That is what the schema says is wrong: one that obeys
 * its schema is answered by its action, whose status says what the text has against it (OCPP-J 1.6 §4.2.2, Part 4 FR.02;
 * so K01.FR.28, N09.FR.09, and 1.6 §4.7 to §4.10 for what a CSMS must answer in any case).
 */
export const refusal = (issues: readonly Issue[]): Issue | undefined =>
  issues.find(({ severity, requirement }) => severity === "error" && requirement === undefined);
