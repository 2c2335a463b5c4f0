import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { RouteConfig } from "@hono/zod-openapi";
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

/** The answer of a route that removes something. */
export const gone = { 204: { description: "Gone." } };

/** The answer of a route that gives a text. */
export function text(description: string) {
  return { 200: { description, content: { "text/plain": { schema: z.string() } } } };
}

/** What every route may answer besides. */
export const problem = json("What is wrong with the request, or with the server.", errorBody);

/** For routes that take no parameters. */
export const noQuery = strict({});

/** The JSON that a request brings. */
export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } } as const;
}

/** The usual answer of a route. */
export function ok<Schema>(description: string, schema: Schema) {
  return { 200: json(description, schema) };
}

type Asks = NonNullable<RouteConfig["request"]>;

/** Makes the routes of a method. `asks`: what a request brings; no query unless it says which. */
function routeBy<Method extends RouteConfig["method"]>(method: Method) {
  return <Path extends string, Asked extends Asks, Answers extends RouteConfig["responses"]>(
    path: Path,
    summary: string,
    asks: Asked,
    answers: Answers,
  ) => {
    const request = { query: noQuery, ...asks } as Omit<{ query: typeof noQuery }, keyof Asked> & Asked;
    return createRoute({ method, path, summary, request, responses: { ...answers, default: problem } });
  };
}

/** A route by its path, what it is for, what it asks for, and what it answers when all is well. */
export const route = {
  get: routeBy("get"),
  post: routeBy("post"),
  put: routeBy("put"),
  patch: routeBy("patch"),
  delete: routeBy("delete"),
};

/** A route that gives a list page by page; `query`: a filter with `pageShape`. */
export function listRoute<Path extends string, Query extends z.ZodObject, Item extends z.ZodType>(
  path: Path,
  summary: string,
  query: Query,
  item: Item,
) {
  return route.get(path, summary, { query }, ok("One page.", page(item)));
}
