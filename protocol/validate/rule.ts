import type { TSchema } from "typebox";
import type { CatalogueEntry } from "./catalogue.ts";
import type { ViolationKind } from "./error-codes.ts";
import type { Issue } from "./issue.ts";
import type { Law } from "./law.ts";

/** What a rule beyond the schema reports; the validator turns `kind` into the version's error code. */
export interface Finding extends Omit<Issue, "code"> {
  kind: ViolationKind;
}

/**
 * One rule that no schema expresses, for one message. Runs on payloads that the schema accepted (errors of the schema
 * are reported alone), must not throw and must be quick on payloads that are in order.
 */
export type Rule = (payload: unknown) => readonly Finding[];

/** Which message a rule is made for. */
export interface MessageKind {
  action: string;
  part: "request" | "response";
  /** Who sends the request. */
  sender: CatalogueEntry["sender"];
  schema: TSchema;
}

/** Makes the rule for one message once, from its schema or its name; null where it does not apply. */
export type RuleMaker = (message: MessageKind) => Rule | null;

/**
 * A value that the schema refuses and the text, in spite of it, allows or advises to forgive: reported as a warning in place
 * of the schema's error.
 */
export interface Tolerance {
  /** The keyword that the value breaks. */
  keyword: string;
  /** Name of the warning. */
  rule: string;
  requirement: string;
  expected: string;
  /** @param member name of the member that holds the value; its list's when it is an item */
  covers(value: unknown, member: string | undefined): boolean;
}

/** Demands that are checked together with the schema, in one walk. */
export interface LawBook {
  laws: readonly Law[];
}

/** What a version adds to its schemas. */
export type VersionRule = RuleMaker | LawBook | Tolerance;
