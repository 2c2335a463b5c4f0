import { z } from "@hono/zod-openapi";
import { dialects } from "../../../protocol/dialect.ts";
import { strict } from "../../input/strict.ts";
import { flag } from "./common.ts";
import { issueSchema } from "./frame.ts";

const forLines = "Of lines that do not say it themselves; frames of OCPP-J never do.";
const forEnvelopes = "Envelopes: what is seen in the field and leaves no doubt is a warning.";
const missing = "is required";

/** One message, or lines of any form. */
export const validateBody = strict({
  dialect: z
    .enum(dialects)
    .optional()
    .openapi({ description: `Of the message; with text: ${forLines}` }),
  action: z.string().min(1).max(255).optional(),
  kind: z.enum(["request", "response"]).optional(),
  payload: z
    .unknown()
    .optional()
    .openapi({ description: "Any JSON; whether it is an object is part of what is judged." }),
  text: z
    .string()
    .optional()
    .openapi({ description: "In place of action, kind and payload: lines, or one SOAP envelope." }),
  lenient: z.boolean().optional().openapi({ description: forEnvelopes }),
})
  .superRefine(({ text, ...body }, context) => {
    const members = ["action", "kind", "payload"] as const;
    const refuse = (name: string, message: string): void =>
      context.addIssue({ code: "custom", path: [name], message });
    for (const name of members) {
      if (text !== undefined && body[name] !== undefined) return refuse(name, "cannot stand beside text");
    }
    if (text !== undefined) return;
    for (const name of ["dialect", ...members] as const) {
      if (body[name] === undefined) return refuse(name, `${missing}, unless text is given`);
    }
  })
  .openapi("ToValidate");

export const validateQuery = strict({
  dialect: z
    .enum(dialects)
    .optional()
    .openapi({ description: `For a body of lines. ${forLines}` }),
  lenient: flag(forEnvelopes),
});

const lineIssue = issueSchema
  .extend({
    of: z
      .enum(["frame", "line"])
      .optional()
      .openapi({ description: "What the pointer leads into, unless it is the payload." }),
    line: z.number().optional().openapi({ description: "From 1; for what is wrong with a text." }),
    column: z.number().optional().openapi({ description: "From 1, in UTF-16 code units." }),
  })
  .openapi("LineIssue");

export const verdictList = z
  .object({
    valid: z.boolean().openapi({ description: "No error in any line; warnings do not count." }),
    errors: z.number(),
    warnings: z.number(),
    lines: z.array(z.object({ line: z.number(), valid: z.boolean(), issues: z.array(lineIssue) })),
  })
  .openapi("Verdicts");
