/** Why a home cannot be used, in words for the person who started the server: what is wrong and what to do. */
export class StoreOpenError extends Error {
  override readonly name = "StoreOpenError";
  readonly reason: StoreOpenReason;

  constructor(reason: StoreOpenReason, text: string, options?: ErrorOptions) {
    super(text, options);
    this.reason = reason;
  }
}

/**
 * `in-use`: another process has the folder or the name. `foreign`: holds data of another program. `unfinished`: holds only
 * the beginning of a copy or restore. `missing` and `older-version`: only for looking. `unreachable`, `refused` (wrong user,
 * password or certificate), `no-rights`, `read-only` and `too-old` are a MongoDB server's.
 */
export type StoreOpenReason =
  | "in-use"
  | "not-writable"
  | "not-a-folder"
  | "newer-version"
  | "older-version"
  | "missing"
  | "foreign"
  | "corrupt"
  | "unfinished"
  | "bad-address"
  | "unreachable"
  | "refused"
  | "no-rights"
  | "read-only"
  | "too-old";
