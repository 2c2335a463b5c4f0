/**
 * The tokens that cases present, one per answer that the CSMS must know for it. Those of the built-in sandbox are known; of a
 * foreign CSMS only its operator knows them.
 */
export interface AuditTokens {
  /** A token that the CSMS accepts. */
  valid: string;
  /** Somebody who knows said so; otherwise `valid` is a guess, and its refusal proves nothing. */
  validIsKnown: boolean;
  /** One that it does not know. */
  invalid: string;
  /** One that it knows and has blocked; null: not given, cases that need it are untestable. */
  blocked: string | null;
  /** One that it knows and that has expired; null: not given. */
  expired: string | null;
  /** IdTokenEnumType of all of them, for 2.x. */
  type: string;
}

export type TokenRole = "valid" | "invalid" | "blocked" | "expired";

/** The tokens of the sandbox's own book. */
export const sandboxTokens: AuditTokens = {
  valid: "VALID-TOKEN",
  validIsKnown: true,
  invalid: "INVALID-TOKEN",
  blocked: "BLOCKED-TOKEN",
  expired: "EXPIRED-TOKEN",
  type: "Central",
};

/** The flag that gives a token, named in what we tell the auditor. */
export const tokenFlags: { readonly [role in TokenRole]: string } = {
  valid: "--id-token",
  invalid: "--invalid-id-token",
  blocked: "--blocked-id-token",
  expired: "--expired-id-token",
};
