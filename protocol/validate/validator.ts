import type { TSchema } from "typebox";
import type { Catalogue, CatalogueEntry } from "./catalogue.ts";
import { createCompiler } from "./compile.ts";
import type { ErrorCodes } from "./error-codes.ts";
import { inspect, issueLimit } from "./inspect.ts";
import type { Issue } from "./issue.ts";
import type { Finding, MessageKind, RuleMaker } from "./rule.ts";
import { describeValue, shorten } from "./words.ts";

/** Judges payloads of one version's messages. No method throws, whatever the payload. */
export interface Validator {
  knows(action: string): boolean;
  sender(action: string): CatalogueEntry["sender"] | undefined;
  /** Issues of a request's payload, empty when it is in order; an unknown action is one issue with rule `action`. */
  request(action: string, payload: unknown): Issue[];
  /** Issues of a response's payload. */
  response(action: string, payload: unknown): Issue[];
}

type Judge = (payload: unknown) => Issue[];

function toIssue({ kind, ...rest }: Finding, codes: ErrorCodes): Issue {
  return { ...rest, code: codes[kind] };
}

/** Ends a list that is too long with an issue that says so. */
function bounded(issues: Issue[], codes: ErrorCodes): Issue[] {
  if (issues.length < issueLimit) return issues;
  const kept = issues.slice(0, issueLimit);
  kept.push({
    pointer: "",
    rule: "tooManyIssues",
    severity: kept.some((issue) => issue.severity === "error") ? "error" : "warning",
    code: codes.generic,
    expected: `fewer than ${issueLimit} violations; there may be more than are listed`,
  });
  return kept;
}

function refuse(schema: TSchema, payload: unknown, codes: ErrorCodes): Issue[] {
  const issues = inspect(schema, payload, codes);
  if (issues.length > 0) return bounded(issues, codes);
  const expected = "a payload that obeys the schema of the message";
  return [{ pointer: "", rule: "schema", severity: "error", code: codes.formation, expected }];
}

/**
 * A validator for one version. Schemas are compiled when an action is first seen. `null` as a payload counts as `{}`,
 * which both framings permit.
 * @param makers rules beyond the schema, run on payloads that the schema accepts
 */
export function createValidator(
  catalogue: Catalogue,
  codes: ErrorCodes,
  makers: readonly RuleMaker[] = [],
): Validator {
  const compile = createCompiler();
  const judges = { request: new Map<string, Judge>(), response: new Map<string, Judge>() };
  const entryOf = (action: string): CatalogueEntry | undefined =>
    Object.hasOwn(catalogue, action) ? catalogue[action] : undefined;

  function makeJudge(message: MessageKind): Judge {
    const accepts = compile(message.schema);
    const rules = makers.map((make) => make(message)).filter((rule) => rule !== null);
    return (payload) => {
      const content = payload === null ? {} : payload;
      if (!accepts(content)) return refuse(message.schema, content, codes);
      const issues: Issue[] = [];
      for (const rule of rules) {
        for (const finding of rule(payload)) issues.push(toIssue(finding, codes));
      }
      return bounded(issues, codes);
    };
  }

  function judge(part: MessageKind["part"], action: string, payload: unknown): Issue[] {
    const known = judges[part].get(action);
    if (known !== undefined) return known(payload);
    const entry = entryOf(action);
    const schema: TSchema | null | undefined = entry?.[part];
    if (schema === undefined) {
      return [issueAbout("notImplemented", "an action of this version", shorten(action))];
    }
    if (schema === null) return [issueAbout("protocol", "no answer to this message", describeValue(payload))];
    const made = makeJudge({ action, part, schema });
    judges[part].set(action, made);
    return made(payload);
  }

  const issueAbout = (kind: "notImplemented" | "protocol", expected: string, actual: string): Issue => ({
    pointer: "",
    rule: "action",
    severity: "error",
    code: codes[kind],
    expected,
    actual,
  });

  return {
    knows: (action) => entryOf(action) !== undefined,
    sender: (action) => entryOf(action)?.sender,
    request: (action, payload) => judge("request", action, payload),
    response: (action, payload) => judge("response", action, payload),
  };
}
