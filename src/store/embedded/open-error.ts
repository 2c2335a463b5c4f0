/** Why a data folder cannot be used, in words for the person who started the server. */
export class StoreOpenError extends Error {
  override readonly name = "StoreOpenError";
  readonly reason: "in-use" | "not-writable" | "not-a-folder" | "newer-version" | "foreign" | "corrupt";

  constructor(reason: StoreOpenError["reason"], text: string) {
    super(text);
    this.reason = reason;
  }
}
