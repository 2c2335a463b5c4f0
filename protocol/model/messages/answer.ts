import type { BootStatus } from "../snapshot.ts";
import type { TokenInfo } from "../authorization/token.ts";

/** What the CSMS's answer to a fact means, in words of no version. */
export type Answer =
  | {
      kind: "boot";
      /** `None` when the answer has no readable status. */
      status: BootStatus;
      /** Seconds; null when missing or unreadable. */
      interval: number | null;
    }
  | { kind: "token"; info: TokenInfo }
  | {
      kind: "transaction";
      /** The id that the CSMS gave, if it gave one. */
      id: string | null;
      /** Absent when the answer says nothing about the token. */
      token: TokenInfo | null;
    }
  | { kind: "noted" };
