import { MessageType } from "./frame.ts";
import type { CallError, Fault } from "./frame.ts";

/** How a dialect answers what it cannot read. */
export interface UnreadableRule {
  /** True: answered even without a readable id, under `id`. False: only when the id could be read. */
  reply: boolean;
  id: string;
  code: string;
}

/**
 * The CALLERROR that an unreadable text deserves, or null when silence is right: unreadable answers are never answered,
 * and unknown message types are ignored (OCPP-J 1.6 §4.1.3, Part 4 §4.1.3).
 *
 * An id that breaks the limits is repeated only where there is no word for "unreadable" (1.6): elsewhere our own answer
 * would be illegal (Part 4 §4.2.3).
 *
 * @param formation the code for a readable CALL whose payload is not an object
 */
export function answerToFault(fault: Fault, rule: UnreadableRule, formation: string): CallError | null {
  if (fault.reason === "unknown-message-type") return null;
  if (fault.messageType !== undefined && fault.messageType !== MessageType.call) return null;
  const id = rule.reply && fault.reason === "bad-id" ? rule.id : (fault.id ?? (rule.reply ? rule.id : null));
  if (id === null) return null;
  const code = fault.reason === "bad-payload" ? formation : rule.code;
  // Part 4 §4.2.3: the description has at most 255 characters; the broken text itself is not repeated in it.
  return { kind: "callError", id, code, description: fault.text.slice(0, 255), details: {} };
}
