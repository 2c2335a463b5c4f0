import { z } from "@hono/zod-openapi";
import { dialects } from "../../../protocol/dialect.ts";
import { strict } from "../../input/strict.ts";
import { moment, pageShape, repeatable } from "./common.ts";

export const transactionEventRow = z
  .object({
    at: z.number().openapi({ description: "Epoch milliseconds, as the message says." }),
    station: z.string(),
    dialect: z.enum(dialects),
    transactionKey: z.string(),
    transactionId: z.string().nullable(),
    phase: z.enum(["started", "updated", "ended"]),
    frame: z.string().openapi({ description: "Id of the request's frame." }),
    evse: z.number(),
    connector: z.number(),
    idToken: z.string().nullable(),
    meter: z.number().nullable().openapi({ description: "Register, Wh." }),
    stoppedReason: z.string().nullable(),
  })
  .openapi("TransactionEventRow");

export const transactionEventListQuery = strict({
  station: repeatable(z.string().min(1).max(255), "Identity of a station."),
  transactionKey: z.string().min(1).max(255).optional(),
  from: moment("Inclusive."),
  to: moment("Exclusive."),
  ...pageShape,
});
