import { z } from "@hono/zod-openapi";
import { problemCodes } from "../../result.ts";

/** A query parameter that may be given several times. */
export function repeatable<Item extends z.ZodType<string>>(item: Item, description: string) {
  return z
    .preprocess(
      (value) => (value === undefined || Array.isArray(value) ? value : [value]),
      z.array(item).max(200).optional(),
    )
    .openapi({ param: { style: "form", explode: true }, description });
}

const isoPattern = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** A moment in a query: ISO 8601 or epoch milliseconds; becomes epoch milliseconds. */
export function moment(description: string) {
  return z
    .string()
    .transform((text, context) => {
      const at = /^\d{1,15}(\.\d+)?$/.test(text)
        ? Number(text)
        : isoPattern.test(text)
          ? Date.parse(text)
          : NaN;
      if (Number.isNaN(at)) {
        context.addIssue({
          code: "custom",
          message: `"${text.slice(0, 40)}" is no moment: give ISO 8601 (2026-01-31T12:00:00Z) or epoch milliseconds`,
        });
        return z.NEVER;
      }
      return at;
    })
    .optional()
    .openapi({ type: "string", description: `${description} ISO 8601 or epoch milliseconds.` });
}

/** `true` or `false` in a query. */
export function flag(description: string) {
  return z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional()
    .openapi({ type: "string", enum: ["true", "false"], description });
}

/** The parameter that names stations. */
export const ofStation = repeatable(z.string().min(1).max(255), "Identity of a station.");

/** A moment in an answer. */
export const epoch = z.number().openapi({ description: "Epoch milliseconds." });

/** How a list is paged. */
export const pageShape = {
  limit: z.coerce.number().int().min(1).max(1000).default(100).openapi({
    type: "integer",
    minimum: 1,
    maximum: 1000,
    default: 100,
    description: "Most items of one page.",
  }),
  cursor: z.string().min(1).max(500).optional().openapi({ description: "`next` of the page before." }),
  order: z.enum(["newest", "oldest"]).default("newest"),
};

/** One page of a list. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().openapi({ description: "Cursor of the next page; null on the last." }),
    reached: z.number().optional().openapi({
      description:
        "Epoch milliseconds: the search stopped here before the page was full, the next page goes on. Absent: it did not.",
    }),
  });
}

export const errorBody = z
  .object({
    error: z.object({
      code: z.enum(problemCodes),
      message: z.string().openapi({ description: "What is wrong and what would be right, for a person." }),
      field: z.string().optional().openapi({ description: "Path of the wrong member or parameter." }),
      allowed: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
    }),
  })
  .openapi("Error");
