import { OpenAPIHono } from "@hono/zod-openapi";
import { badRequest } from "../input/bad-request.ts";
import { ProblemError } from "./problem.ts";
import { errorBody } from "./schema/common.ts";

/** A group of routes whose requests are checked by their schemas; a wrong one ends with the field named. */
export function routes(): OpenAPIHono {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw new ProblemError(badRequest(result.target, result.error.issues));
    },
  });
}

/** The JSON answer of a route. */
export function json<Schema>(description: string, schema: Schema) {
  return { description, content: { "application/json": { schema } } };
}

/** What every route may answer besides. */
export const problem = json("What is wrong with the request, or with the server.", errorBody);
