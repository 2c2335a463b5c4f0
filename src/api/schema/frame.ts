import { z } from "@hono/zod-openapi";
import { dialects } from "../../../protocol/dialect.ts";
import { recordKinds } from "../../frames/frame.ts";
import { strict } from "../../input/strict.ts";
import { epoch, flag, moment, ofStation, pageShape, repeatable } from "./common.ts";

export const issueSchema = z
  .object({
    pointer: z.string(),
    rule: z.string(),
    severity: z.enum(["error", "warning"]),
    code: z.string(),
    expected: z.string(),
    actual: z.string().optional(),
    requirement: z.string().optional(),
  })
  .openapi("Issue");

export const frameRow = z
  .object({
    id: z.string(),
    at: epoch,
    station: z.string(),
    connection: z.string(),
    writer: z.string().openapi({ description: "The process that wrote it: its name, a stroke, its start." }),
    dialect: z.enum(dialects),
    direction: z.enum(["in", "out"]).openapi({ description: "Seen from the station." }),
    kind: z.enum(recordKinds),
    action: z.string().nullable(),
    messageId: z.string().nullable(),
    raw: z.string().openapi({
      description:
        "The text on the wire, secrets masked; lists and live messages hold at most 65,536 characters of it.",
    }),
    cut: z.literal(true).optional().openapi({
      description: "There is more of `raw`: /api/frames/{id} and /api/frames/{id}/raw have all.",
    }),
    size: z.number().openapi({ description: "UTF-8 bytes on the wire." }),
    pair: z.string().nullable(),
    latency: z.number().nullable().openapi({ description: "Milliseconds." }),
    error: z.string().nullable(),
    issues: z.array(issueSchema),
    marks: z.array(z.string()),
    answer: z
      .object({
        id: z.string(),
        kind: z.enum(recordKinds),
        latency: z.number().nullable(),
        error: z.string().nullable(),
      })
      .nullable(),
  })
  .openapi("FrameRow");

/** A frame with its decoded form, which lists leave out. */
export const frameDetail = frameRow
  .extend({
    payload: z.unknown().openapi({
      description:
        "Payload of a request or result; code, description and details of an error; null for what cannot be read.",
    }),
  })
  .openapi("Frame");

/** What frames can be asked by; the same words in lists and exports. */
export const frameFilterShape = {
  station: ofStation,
  action: repeatable(
    z.string().min(1).max(255),
    "Action of the CALL, also of the CALL an answer belongs to.",
  ),
  direction: z.enum(["in", "out"]).optional(),
  kind: repeatable(z.enum(recordKinds), `One of ${recordKinds.join(", ")}.`),
  connection: z.string().min(1).max(255).optional(),
  messageId: z.string().min(1).max(255).optional(),
  errors: flag("Only what went wrong."),
  from: moment("Inclusive."),
  to: moment("Exclusive."),
  text: z.string().min(1).max(500).optional().openapi({ description: "Words the raw text contains." }),
  after: z
    .string()
    .regex(/^[0-9A-Z]{26}$/, "must be a frame id: 26 digits and capital letters")
    .optional()
    .openapi({ description: "Only frames recorded after this one." }),
};
export const frameFilter = strict(frameFilterShape);
export const frameListQuery = strict({ ...frameFilterShape, ...pageShape });
