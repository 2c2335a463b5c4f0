import { setImmediate } from "node:timers/promises";
import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono, z } from "@hono/zod-openapi";
import { dialects } from "../../protocol/dialect.ts";
import { Tally } from "../validate/describe.ts";
import { Judge, type JudgeOptions } from "../validate/judge.ts";
import { judgeStream } from "../validate/judge-stream.ts";
import type { DialectMissing, Verdict } from "../validate/verdict.ts";
import { ProblemError } from "./problem.ts";
import { json, problem, routes } from "./routes.ts";
import { validateBody, validateQuery, verdictList } from "./schema/validate.ts";

/** What one request may ask for; the command takes any number of lines. */
const most = { lines: 10_000, issues: 50_000 };

const ofLines = { schema: { type: "string", description: "Lines, or one SOAP envelope." } } as const;

const validate = createRoute({
  method: "post",
  path: "/api/validate",
  summary: "Judge messages, frames, rows of an export or SOAP envelopes",
  description: `What the command "validate" does, for at most ${most.lines} lines and as many bytes as a body may have.`,
  request: {
    query: validateQuery,
    body: {
      content: {
        "application/json": { schema: validateBody },
        "application/x-ndjson": ofLines,
        "text/plain": ofLines,
      },
    },
  },
  responses: { 200: json("A verdict per line, in order.", verdictList), default: problem },
});

/** The validator, for programs. */
export function validateRoutes(): OpenAPIHono {
  return routes().openapi(validate, async (c) => {
    const type = c.req.header("Content-Type");
    if (type === undefined) throw new ProblemError({ code: "bad-request", message: "The body is missing." });
    if (!/^application\/json\b/i.test(type)) {
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      return c.json(await judgeLines(bytes, c.req.valid("query")), 200);
    }
    // Checked already; the route's type does not say so when there are other types of body.
    const { text, dialect, lenient } = validateBody.parse(await c.req.json());
    if (text !== undefined) {
      return c.json(await judgeLines(new TextEncoder().encode(text), { dialect, lenient }), 200);
    }
    // The message is judged as it was sent, since parsing passes over what is wrong with a text.
    const sent = new TextEncoder().encode(await c.req.text());
    return c.json(answer([settledVerdict(new Judge().judge(sent, 1))]), 200);
  });
}

async function judgeLines(
  bytes: Uint8Array,
  { dialect, lenient }: Pick<JudgeOptions, "dialect"> & { lenient?: boolean | undefined },
): Promise<z.infer<typeof verdictList>> {
  const verdicts: Verdict[] = [];
  let issues = 0;
  const refuse = (what: string, allowed: number): never => {
    throw new ProblemError({
      code: "too-large",
      message: `There are more than ${allowed} ${what}.`,
      allowed: [allowed],
    });
  };
  for await (const some of judgeStream(inPieces(bytes), { dialect, lenient: lenient ?? false })) {
    for (const one of some) {
      const verdict = settledVerdict(one);
      issues += verdict.issues.length;
      verdicts.push(verdict);
      if (verdicts.length > most.lines) refuse("lines", most.lines);
      if (issues > most.issues) refuse("issues", most.issues);
    }
  }
  return answer(verdicts);
}

/** Stations and other requests get their turn between the pieces. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 16_384) {
    yield bytes.subarray(at, at + 16_384);
    await setImmediate();
  }
}

function settledVerdict(judged: Verdict | DialectMissing): Verdict {
  if (!("kind" in judged)) return judged;
  throw new ProblemError({
    code: "bad-request",
    message: `Line ${judged.line} is ${judged.what}: say in "dialect" what is spoken.`,
    field: "dialect",
    allowed: [...dialects],
  });
}

function answer(lines: Verdict[]): z.infer<typeof verdictList> {
  const tally = new Tally();
  for (const verdict of lines) tally.add(verdict);
  return { valid: tally.errors === 0, errors: tally.errors, warnings: tally.warnings, lines };
}
