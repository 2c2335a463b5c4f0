import type { IdToken } from "../messages/event.ts";

/** What the CSMS says about a token; statuses in the wider vocabulary of 2.x, which contains that of 1.6. */
export interface TokenInfo {
  status: string;
  /** Group (2.x) or parent (1.6) of the token: its members may stop each other's transactions. */
  group?: IdToken;
  /** Epoch ms; from then on the cached answer is void. */
  expiry?: number;
}

/** Tokens are compared without regard to case (1.6 §7 IdToken; Part 2 §2.1.4). 1.6 knows no types. */
export function sameToken(a: IdToken | null | undefined, b: IdToken | null | undefined): boolean {
  return Boolean(a && b) && tokenKey(a) === tokenKey(b);
}

/** The form under which a token is looked up. */
export function tokenKey(token: IdToken | null | undefined): string {
  return token ? token.idToken.toLowerCase() : "";
}
