import { MessageType } from "./frame.ts";
import type { CallError, CallResultError, Fault } from "./frame.ts";

/** What a dialect says about what cannot be read; the dialect's own entry says it. */
export interface FaultRules {
  /**
   * How a CALL is answered. `reply` true: even without a readable id, under `id`. False: only when the id could be read.
   */
  unreadable: { reply: boolean; id: string; code: string };
  /** `formation`: the code for a readable frame whose payload is not an object. */
  errorCodes: { formation: string };
  messageTypes: readonly number[];
}

/**
 * The frame that an unreadable text deserves, or null when silence is right: a CALLERROR for what may have been a CALL, and
 * for a CALLRESULT, if an open CALL has its id, the CALLRESULTERROR of 2.1 (Part 2 FR.06, Part 4 §4.2.3). A SEND (Part 4
 * §4.2.4) and errors are never answered, unknown message types are ignored (OCPP-J 1.6 §4.1.3, Part 4 §4.1.3).
 *
 * An id that breaks the limits is repeated only where there is no word for "unreadable" (1.6): elsewhere our own answer
 * would be illegal (Part 4 §4.2.3).
 */
export function answerToFault(fault: Fault, rules: FaultRules): CallError | CallResultError | null {
  if (fault.reason === "unknown-message-type") return null;
  const { unreadable, errorCodes, messageTypes } = rules;
  const answer = {
    code: fault.reason === "bad-payload" ? errorCodes.formation : unreadable.code,
    // Part 4 §4.2.3: at most 255 characters; the broken text itself is not repeated in it.
    description: fault.text.slice(0, 255),
    details: {},
  };
  switch (fault.messageType) {
    case MessageType.callResult:
      return fault.id !== undefined && messageTypes.includes(MessageType.callResultError)
        ? { kind: "callResultError", id: fault.id, ...answer }
        : null;
    case MessageType.call:
    case undefined: {
      const { reply } = unreadable;
      const id =
        reply && fault.reason === "bad-id" ? unreadable.id : (fault.id ?? (reply ? unreadable.id : null));
      return id === null ? null : { kind: "callError", id, ...answer };
    }
    default:
      return null;
  }
}
