import type { Dialect } from "../../../protocol/dialect.ts";
import type { JsonObject } from "../../../protocol/wire/frame.ts";
import type { Answers } from "../answers/answer.ts";

/** A CALL that the sandbox can make. */
export interface CsmsCall {
  action: string;
  payload: JsonObject;
}

/** What the sandbox knows of one version beyond the dialect table. */
export interface SandboxVersion {
  dialect: Dialect;
  answers: Answers;
  /**
   * The actions that a station may send before it is accepted, because the sandbox's CALL asked for them (1.6 §4.2,
   * B02.FR.02).
   */
  invites: (ask: CsmsCall) => readonly string[];
  /** True: a station that never booted here gets SecurityError. False: only one that was told Pending or Rejected. */
  strangersMustBoot: boolean;
  /** Two questions that any station can answer without harm. */
  harmless: readonly [CsmsCall, CsmsCall];
  /** A remote start of the first connector. */
  remoteStart: CsmsCall;
  /** Breaks the schema of its action. */
  bad: CsmsCall;
}
