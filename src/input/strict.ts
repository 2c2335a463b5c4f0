import { z } from "@hono/zod-openapi";

/** Begins the message about an unknown member; the known ones follow, so that the error can list them. */
export const knownPrefix = "is not known here; known: ";

/** An object that refuses members it does not know and names those it knows. */
export function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? knownPrefix + known : undefined),
  });
}

/** An object that may hold anything, e.g. a payload. */
export const jsonObject = z
  .record(z.string(), z.unknown())
  .openapi({ type: "object", additionalProperties: true });
