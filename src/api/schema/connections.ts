import { z } from "@hono/zod-openapi";
import { dialects } from "../../../protocol/dialect.ts";
import { strict } from "../../input/strict.ts";
import { moment, pageShape, repeatable } from "./common.ts";

const outcomes = ["open", "closed", "refused"] as const;

export const connectionRow = z
  .object({
    key: z.string().openapi({ description: "Id of the frame that opened or refused it." }),
    station: z.string(),
    connection: z.string().openapi({ description: "As in the frames." }),
    dialect: z.enum(dialects),
    writer: z.string(),
    openedAt: z.number().openapi({ description: "Epoch milliseconds." }),
    closedAt: z.number().nullable(),
    outcome: z.enum(outcomes),
    code: z.string().nullable().openapi({ description: "Close code or HTTP status." }),
    frames: z
      .number()
      .openapi({ description: "In both directions; counted when it opens and when it ends." }),
  })
  .openapi("ConnectionRow");

export const connectionListQuery = strict({
  station: repeatable(z.string().min(1).max(255), "Identity of a station."),
  outcome: z.enum(outcomes).optional(),
  from: moment("Opening, inclusive."),
  to: moment("Opening, exclusive."),
  ...pageShape,
});
