/** What the sandbox thinks of a token, in words of no version. */
export type AuthorizationStatus = "Accepted" | "Blocked" | "Expired" | "Unknown";

export interface TokenEntry {
  status: Exclude<AuthorizationStatus, "Unknown">;
  /** Group that the token belongs to: parentIdTag of 1.6, groupIdToken of 2.x. */
  group?: string;
}

/** The tokens that the sandbox knows, by their text. A token that is not here is unknown. */
export type TokenBook = { readonly [idToken: string]: TokenEntry };

/** At most 20 characters each, so that 1.6 can carry them. */
export const defaultTokens: TokenBook = {
  "VALID-TOKEN": { status: "Accepted" },
  "BLOCKED-TOKEN": { status: "Blocked" },
  "EXPIRED-TOKEN": { status: "Expired" },
  DEADBEEF: { status: "Accepted" },
  CAFE0001: { status: "Accepted" },
};

export interface TokenInfo {
  status: AuthorizationStatus;
  group?: string;
}

/**
 * A look-up that ignores case, since tokens of either family are compared so (1.6 §7, Part 2 §2.1.4).
 * @returns `Unknown` for a token that is not in the book
 */
export function tokenLookup(book: TokenBook): (idToken: string) => TokenInfo {
  const entries = new Map(Object.entries(book).map(([token, entry]) => [token.toUpperCase(), entry]));
  return (idToken) => entries.get(idToken.toUpperCase()) ?? { status: "Unknown" };
}
