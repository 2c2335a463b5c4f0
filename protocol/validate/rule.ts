import type { TSchema } from "typebox";
import type { ViolationKind } from "./error-codes.ts";
import type { Issue } from "./issue.ts";

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
  schema: TSchema;
}

/** Makes the rule for one message once, from its schema or its name; null where it does not apply. */
export type RuleMaker = (message: MessageKind) => Rule | null;
