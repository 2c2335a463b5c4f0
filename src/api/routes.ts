import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import type { z } from "@hono/zod-openapi";
import { badRequest } from "../input/bad-request.ts";
import { strict } from "../input/strict.ts";
import { ProblemError } from "./problem.ts";
import { errorBody, page } from "./schema/common.ts";

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

/** For routes that take no parameters. */
export const noQuery = strict({});

/** The JSON that a request brings. */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } } as const;
}

/** A route that gives a list page by page; `query`: a filter with `pageShape`. */
export function listRoute<Path extends string, Query extends z.ZodObject, Item extends z.ZodType>(
  path: Path,
  summary: string,
  query: Query,
  item: Item,
) {
  const responses = { 200: json("One page.", page(item)), default: problem };
  return createRoute({ method: "get", path, summary, request: { query }, responses });
}
