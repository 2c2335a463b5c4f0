import type { TSchema } from "typebox";
import type { Catalogue, CatalogueEntry } from "./catalogue.ts";
import { createCompiler } from "./compile.ts";
import type { ErrorCodes } from "./error-codes.ts";
import { inspect, issueLimit } from "./inspect.ts";
import type { Issue } from "./issue.ts";
import { findBroken, withLaws } from "./laws.ts";
import type { Finding, LawBook, MessageKind, RuleMaker, Tolerance, VersionRule } from "./rule.ts";
import { tolerate } from "./tolerate.ts";
import { fieldsByMessage, widen, type FieldLengths } from "./widen.ts";
import { describeValue, shorten } from "./words.ts";

/** What a station may announce to be different from the standard. */
export interface Limits {
  /** Longer texts, by `<action>Request.<field>` or `<action>Response.<field>`; a field inside another is `<outer>.<inner>`. */
  fieldLengths?: FieldLengths;
}

/** Judges payloads of one version's messages. No method throws, whatever the payload. */
export interface Validator {
  knows(action: string): boolean;
  sender(action: string): CatalogueEntry["sender"] | undefined;
  /** Issues of a request's payload, empty when it is in order; an unknown action is one issue with rule `action`. */
  request(action: string, payload: unknown): Issue[];
  /** Issues of a response's payload. */
  response(action: string, payload: unknown): Issue[];
  /** The same with the limits that a station announced; asking again for the same limits is cheap. */
  with(limits: Limits): Validator;
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
  if (issues.length > 0) return issues;
  const expected = "a payload that obeys the schema of the message";
  return [{ pointer: "", rule: "schema", severity: "error", code: codes.formation, expected }];
}

const hasErrors = (issues: readonly Issue[]): boolean => issues.some(({ severity }) => severity === "error");

const isMaker = (rule: VersionRule): rule is RuleMaker => typeof rule === "function";
const isBook = (rule: VersionRule): rule is LawBook => "laws" in rule;
const isTolerance = (rule: VersionRule): rule is Tolerance => "keyword" in rule;

/** Compiles messages when they are first seen: at once what says that nothing is wrong, the rest when something is. */
function judgesOf(codes: ErrorCodes, versionRules: readonly VersionRule[]): (message: MessageKind) => Judge {
  const compile = createCompiler();
  const makers = versionRules.filter(isMaker);
  const laws = versionRules.filter(isBook).flatMap((book) => book.laws);
  const tolerances = versionRules.filter(isTolerance);
  return (message) => {
    const rules = makers.map((make) => make(message)).filter((rule) => rule !== null);
    const lawful = withLaws(message, laws);
    const isSpotless = compile(lawful ?? message.schema);
    let accepts = lawful === null ? isSpotless : undefined;
    const explain = (payload: unknown): Issue[] => {
      const content = payload === null ? {} : payload;
      accepts ??= compile(message.schema);
      const issues = accepts(content)
        ? []
        : tolerate(refuse(message.schema, content, codes), content, tolerances, codes);
      if (hasErrors(issues)) return bounded(issues, codes);
      const findings = [
        ...rules.flatMap((rule) => rule(payload)),
        ...(lawful === null ? [] : findBroken(lawful, content)),
      ];
      for (const finding of findings) issues.push(toIssue(finding, codes));
      return bounded(issues, codes);
    };
    return (payload) => {
      if (payload === null || !isSpotless(payload)) return explain(payload);
      if (rules.length === 0) return [];
      const issues: Issue[] = [];
      for (const rule of rules) for (const finding of rule(payload)) issues.push(toIssue(finding, codes));
      return bounded(issues, codes);
    };
  };
}

/** Most sets of limits that are kept compiled at once; a fleet usually has one or two. */
const mostVariants = 32;

/**
 * A validator for one version. Schemas are compiled when an action is first seen. `null` as a payload counts as `{}`,
 * which both framings permit.
 * @param versionRules what the version asks for beyond its schemas, run on payloads that those accept, and what it tolerates
 */
export function createValidator(
  catalogue: Catalogue,
  codes: ErrorCodes,
  versionRules: readonly VersionRule[] = [],
): Validator {
  const entryOf = (action: string): CatalogueEntry | undefined =>
    Object.hasOwn(catalogue, action) ? catalogue[action] : undefined;
  const variants = new Map<string, Validator>();

  const issueAbout = (kind: "notImplemented" | "protocol", expected: string, actual: string): Issue => ({
    pointer: "",
    rule: "action",
    severity: "error",
    code: codes[kind],
    expected,
    actual,
  });

  function judging(makeJudge: (message: MessageKind) => Judge): Pick<Validator, MessageKind["part"]> {
    const judges = { request: new Map<string, Judge>(), response: new Map<string, Judge>() };
    const judge = (part: MessageKind["part"], action: string, payload: unknown): Issue[] => {
      const known = judges[part].get(action);
      if (known !== undefined) return known(payload);
      const entry = entryOf(action);
      if (entry === undefined) {
        return [issueAbout("notImplemented", "an action of this version", shorten(action))];
      }
      const schema = entry[part];
      if (schema === null)
        return [issueAbout("protocol", "no answer to this message", describeValue(payload))];
      const made = makeJudge({ action, part, sender: entry.sender, schema });
      judges[part].set(action, made);
      return made(payload);
    };
    return {
      request: (action, payload) => judge("request", action, payload),
      response: (action, payload) => judge("response", action, payload),
    };
  }

  /** Judges only the messages with other limits itself. */
  function variant(lengths: FieldLengths): Validator {
    const fields = fieldsByMessage(lengths);
    let judgeOf: ReturnType<typeof judgesOf> | undefined;
    const judges = judging((message) => {
      const { action, part, schema } = message;
      const longer = fields.get(`${action}${part === "request" ? "Request" : "Response"}`);
      if (longer === undefined) return (payload) => standard[part](action, payload);
      judgeOf ??= judgesOf(codes, versionRules);
      return judgeOf({ ...message, schema: widen(schema, longer) });
    });
    return { ...standard, ...judges };
  }

  const standard: Validator = {
    knows: (action) => entryOf(action) !== undefined,
    sender: (action) => entryOf(action)?.sender,
    ...judging(judgesOf(codes, versionRules)),
    with: ({ fieldLengths = {} }) => {
      const lengths = Object.entries(fieldLengths);
      if (lengths.length === 0) return standard;
      const key = JSON.stringify(lengths.sort(([one], [other]) => (one < other ? -1 : 1)));
      const known = variants.get(key);
      if (known !== undefined) return known;
      if (variants.size >= mostVariants) variants.clear();
      const made = variant(fieldLengths);
      variants.set(key, made);
      return made;
    },
  };
  return standard;
}
