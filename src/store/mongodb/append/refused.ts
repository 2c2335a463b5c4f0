/** A server refused a document for what it holds; sending it again as it is can't help. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  /** `_id` of the documents. */
  readonly ids: ReadonlySet<string>;

  constructor(text: string, ids: ReadonlySet<string>) {
    super(text);
    this.ids = ids;
  }
}

/**
 * BadValue, FailedToParse, TypeMismatch, Overflow, InvalidBSON, DollarPrefixedFieldName, DottedFieldName,
 * DocumentValidationFailure, BSONObjectTooLarge, KeyTooLong.
 */
const contentCodes = new Set([2, 9, 14, 15, 22, 52, 57, 121, 10_334, 17_280]);

export function isRefusedContent(code: unknown): boolean {
  return typeof code === "number" && contentCodes.has(code);
}

export const duplicateKey = 11_000;

/** IncompleteTransactionHistory: what was written under a number is no longer in the oplog. */
export const incompleteHistory = 217;
