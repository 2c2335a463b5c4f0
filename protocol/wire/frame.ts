/**
 * The frames of OCPP-J as values. A text that cannot be read becomes a `Fault` with its reason and place, never an
 * exception (OCPP-J 1.6 §4.2, Part 4 §4.2).
 */

/** Message type numbers of OCPP-J; 5 and 6 exist from 2.1 on (Part 4 §4.2.3, §4.2.4). */
export const MessageType = { call: 2, callResult: 3, callError: 4, callResultError: 5, send: 6 } as const;

export type { JsonObject } from "../payload/read.ts";

export interface Call {
  kind: "call";
  id: string;
  action: string;
  payload: unknown;
}

export interface CallResult {
  kind: "callResult";
  id: string;
  payload: unknown;
}

export interface CallError {
  kind: "callError";
  /** Part 4 §4.2.3 allows "-1" when the id of the CALL could not be read; a hostile CSMS may send null. */
  id: string | null;
  code: string;
  description: string;
  details: unknown;
}

/** 2.1 only: the receiver of a CALLRESULT could not take it (Part 2 FR.06, Part 4 §4.2.3). `id` is that of the CALLRESULT. */
export interface CallResultError {
  kind: "callResultError";
  id: string;
  code: string;
  description: string;
  details: unknown;
}

/** 2.1 only: a message that is never answered, and may come while a CALL is open (Part 4 §4.2.4). */
export interface Send {
  kind: "send";
  id: string;
  action: string;
  payload: unknown;
}

export type Frame = Call | CallResult | CallError | CallResultError | Send;

/** Why a text is not a frame, and where. */
export interface Fault {
  kind: "fault";
  reason:
    | "not-json"
    | "not-an-array"
    | "wrong-length"
    | "unknown-message-type"
    | "bad-id"
    | "bad-action"
    | "bad-payload"
    | "bad-error"
    | "too-large"
    | "too-deep"
    | "binary";
  /** One sentence for a person. */
  text: string;
  /** Offset in the text where reading failed, in UTF-16 code units, when known. */
  position?: number;
  /** JSON pointer to the offending element, when the text was JSON. */
  pointer?: string;
  /** The message id, if it could still be read; the reply goes to it. */
  id?: string;
  /** The message type number, if it could be read. */
  messageType?: number;
}
