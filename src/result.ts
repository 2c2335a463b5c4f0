/** What kinds of problem there are; HTTP gives each a status. */
export const problemCodes = [
  "bad-request",
  "unauthorized",
  "forbidden",
  "not-found",
  "method-not-allowed",
  "conflict",
  "too-large",
  "unsupported-media-type",
  "unavailable",
  "internal",
] as const;

/** What is wrong with what was asked, said so that whoever asked can put it right. */
export interface Problem {
  code: (typeof problemCodes)[number];
  /** What is wrong and what would be right, for a person. */
  message: string;
  /** Path of the wrong member or parameter. */
  field?: string;
  /** What is possible there. */
  allowed?: (string | number | boolean | null)[];
}

/** What an operation gives, or why it cannot. */
export type Result<T> = { ok: true; value: T } | Refused;

export interface Refused {
  ok: false;
  problem: Problem;
}

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refused(problem: Problem): Refused {
  return { ok: false, problem };
}
