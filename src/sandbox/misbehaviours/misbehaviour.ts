import type { Dialect } from "../../../protocol/dialect.ts";
import type { ErrorCodes } from "../../../protocol/validate/error-codes.ts";
import type {
  Call,
  CallError,
  CallResult,
  CallResultError,
  JsonObject,
} from "../../../protocol/wire/frame.ts";
import type { RegistrationStatus } from "../answers/answer.ts";
import type { AuthorizationStatus } from "../tokens.ts";
import type { CsmsCall, SandboxVersion } from "../versions/sandbox-version.ts";

/** How the opening handshake is answered: 101 opens the socket, anything else refuses it. */
export interface HandshakeAnswer {
  status: number;
  /** The sub-protocol that is echoed, null for none. */
  subprotocol: string | null;
}

/** A CALL or SEND of a station that is being dealt with. */
export interface StationCall {
  id: string;
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

/**
 * What is done instead of what would be right, stage by stage; each is named like the folder of those who act there. Of two
 * that act at the same stage, the later by name has the last word.
 */
export interface Deeds {
  handshake?: (right: HandshakeAnswer) => HandshakeAnswer;
  /** The decision over a boot, taken before the answer is written. */
  boot?: (right: RegistrationStatus) => RegistrationStatus;
  tokens?: (right: AuthorizationStatus, asked: StationCall) => AuthorizationStatus;
  /** The payload of the CALLRESULT; errors stay as they are. */
  answers?: (right: JsonObject, asked: StationCall) => JsonObject;
  /** The frames that answer: normally one to a CALL, and none to a SEND. */
  frames?: (right: readonly AnswerFrame[], asked: StationCall) => readonly AnswerFrame[];
  /** What a station's answer is told: null when it is taken as it is. */
  results?: (
    right: CallResultError | null,
    answered: { id: string; action: string },
  ) => CallResultError | null;
  /** A CALL of the sandbox before it goes out. */
  calls?: (right: Call) => Call;
  /** After the answer has gone out: the time for CALLs that nobody ordered. */
  after?: (asked: StationCall, caller: Caller) => void;
}

/** One way to break the protocol on purpose. */
export interface Misbehaviour {
  /** Never changes: it is kept, and known to users. */
  name: string;
  /** One sentence for a person, with the requirement that it breaks. */
  text: string;
  dialects: readonly Dialect[];
  /** The station's actions that it is about; all when absent. */
  actions?: readonly string[];
  deeds: Deeds;
}
