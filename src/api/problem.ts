import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Problem, Result } from "../result.ts";

/** The HTTP status that goes with a problem. */
const statusOf: Record<Problem["code"], ContentfulStatusCode> = {
  "bad-request": 400,
  unauthorized: 401,
  forbidden: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  "too-large": 413,
  "unsupported-media-type": 415,
  unavailable: 503,
  internal: 500,
};

/** Ends a request with a problem; the application turns it into the answer. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** A problem as an answer of its own, for places outside the routes. */
export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return Response.json({ error: problem }, { status: statusOf[problem.code], headers });
}

/** What the store has under the id of a request; that it has nothing ends the request. */
export async function there<Row>(found: Promise<Row | null>, what: string, id: string): Promise<Row> {
  const row = await found;
  if (row !== null) return row;
  throw new ProblemError({ code: "not-found", message: `There is no ${what} "${id}".`, field: "id" });
}

/** The value of a result; its problem ends the request. */
export function settled<T>(result: Result<T>): T {
  if (!result.ok) throw new ProblemError(result.problem);
  return result.value;
}
