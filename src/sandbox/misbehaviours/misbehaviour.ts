import { isObject } from "../../../protocol/payload/read.ts";
import type { Dialect } from "../../../protocol/dialect.ts";

import type { ErrorCodes } from "../../../protocol/validate/error-codes.ts";
import type { Call, CallError, CallResult, JsonObject } from "../../../protocol/wire/frame.ts";
import type { RegistrationStatus } from "../answers/answer.ts";
import type { CsmsCall, SandboxVersion } from "../versions/sandbox-version.ts";
import type { AuthorizationStatus } from "../tokens.ts";

/** How the opening handshake is answered: 101 opens the socket, anything else refuses it. */
export interface HandshakeAnswer {
  status: number;
  /** The sub-protocol that is echoed, null for none. */
  subprotocol: string | null;
}

/** A CALL of a station that is being answered. */
export interface StationCall {
  action: string;
  /** As it came; validated unless the answer is an error. */
  request: JsonObject;
  errorCodes: ErrorCodes;
}

export type AnswerFrame = CallResult | CallError;

/** How a misbehaviour sends CALLs of its own. */
export interface Caller {
  version: SandboxVersion;
  /** What the station was told at its last boot. */
  status: RegistrationStatus | "None";
  /** In turn, when no other CALL of ours is open. */
  call: (ask: CsmsCall) => void;
  /** At once, whatever is open. */
  callAtOnce: (ask: CsmsCall) => void;
}

/** One way to break the protocol on purpose. Every hook takes what would be right and gives what is done instead. */
export interface Misbehaviour {
  name: string;
  /** One sentence for a person, with the requirement that it breaks. */
  text: string;
  dialects: readonly Dialect[];
  handshake?(right: HandshakeAnswer): HandshakeAnswer;
  /** The decision over a boot, taken before the answer is written. */
  boot?(right: RegistrationStatus): RegistrationStatus;
  token?(right: AuthorizationStatus, asked: StationCall): AuthorizationStatus;
  /** The frames that answer a CALL: normally one. */
  answer?(right: readonly AnswerFrame[], asked: StationCall): readonly AnswerFrame[];
  /** After the answer has gone out. */
  after?(asked: StationCall, caller: Caller): void;
  /** A CALL of the sandbox before it goes out. */
  call?(right: Call): Call;
}

/** Changes the payload of every CALLRESULT; errors stay as they are. */
export function alterResults(
  frames: readonly AnswerFrame[],
  alter: (payload: JsonObject) => JsonObject,
): AnswerFrame[] {
  return frames.map((frame) =>
    frame.kind === "callResult" && isObject(frame.payload)
      ? { ...frame, payload: alter(frame.payload) }
      : frame,
  );
}

/** The payload without one of its members. */
export function without(payload: JsonObject, member: string): JsonObject {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => name !== member));
}
