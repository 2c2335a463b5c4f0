import type { OperatorTask } from "../context/context.ts";

/**
 * Who makes the CSMS do what only its operator can cause. Methods resolve with null when it was done or asked for, or with
 * the reason why it cannot be, in words that tell the auditor what would help.
 */
export interface CsmsAdapter {
  readonly name: string;
  /** How long to wait for the request that was asked for, ms; absent: the audit's time-out. */
  readonly patience?: number;
  cause(station: string, ask: OperatorTask): Promise<string | null>;
  arrangeBoot(
    station: string,
    statuses: readonly ("Accepted" | "Pending" | "Rejected")[],
  ): Promise<string | null>;
}
