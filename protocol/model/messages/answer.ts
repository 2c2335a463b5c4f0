import type { TokenInfo } from "../id-tokens/id-token.ts";
import type { BootStatus } from "../snapshot.ts";

/** What the CSMS's answers mean, in words of no version, by the kind of fact that they answer. Others are only noted. */
export interface Answers {
  boot: BootAnswer;
  authorize: TokenInfo;
  transaction: TransactionAnswer;
}

export interface BootAnswer {
  /** `None` when the answer has no readable status. */
  status: BootStatus;
  /** Seconds; null when missing or unreadable. */
  interval: number | null;
}

export interface TransactionAnswer {
  /** The id that the CSMS gave, if it gave one. */
  id: string | null;
  /** Null when the answer says nothing about the token. */
  token: TokenInfo | null;
}
