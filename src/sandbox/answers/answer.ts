import type { Dialect } from "../../../protocol/dialect.ts";
import type { BootStatus } from "../../../protocol/model/snapshot.ts";
import type { JsonObject } from "../../../protocol/wire/frame.ts";
import type { TokenInfo } from "../tokens.ts";
import type { TransactionLog } from "../transactions.ts";

export type RegistrationStatus = Exclude<BootStatus, "None">;

/** What an action file may know and change when it answers a station. */
export interface AnswerContext {
  /** The station that asks. */
  station: string;
  /** Epoch ms. */
  now: number;
  /** Decides over a boot; the decision counts from now on. `interval` in seconds. */
  boot: () => { status: RegistrationStatus; interval: number };
  /** What is thought of a token. */
  token: (idToken: string) => TokenInfo;
  transactions: TransactionLog;
  /** False when no agreement exists with that vendor. */
  knowsVendor: (vendorId: string) => boolean;
}

/** Answers one action. The request has passed validation. */
export type Answer<Request, Response extends object> = (request: Request, context: AnswerContext) => Response;

/** Payloads by action. */
export type ConstantAnswers = { readonly [action: string]: JsonObject };

/** One version's answers by action: what makes the payload, or the payload. Request types differ, hence `never`. */
export type Answers = { readonly [action: string]: Answer<never, object> | JsonObject };

/** A CALL that the sandbox can make. */
export interface Ask {
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
  invites: (ask: Ask) => readonly string[];
  /** True: a station that never booted here gets SecurityError. False: only one that was told Pending or Rejected. */
  strangersMustBoot: boolean;
  /** Two questions that any station can answer without harm. */
  harmless: readonly [Ask, Ask];
  /** A remote start of the first connector. */
  remoteStart: Ask;
  /** Breaks the schema of its action. */
  bad: Ask;
}
