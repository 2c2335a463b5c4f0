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
export type ActionAnswer<Request, Response extends object> = (
  request: Request,
  context: AnswerContext,
) => Response;

/** One version's answers by action: what makes the payload, or the payload. Request types differ, hence `never`. */
export type Answers = { readonly [action: string]: ActionAnswer<never, object> | JsonObject };
