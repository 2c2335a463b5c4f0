import { z } from "@hono/zod-openapi";
import { dialects } from "../../../protocol/dialect.ts";
import { strict } from "../../input/strict.ts";
import { flag, moment, pageShape, repeatable } from "./common.ts";

export const transactionRow = z
  .object({
    key: z.string(),
    station: z.string(),
    dialect: z.enum(dialects),
    transactionId: z.string().nullable(),
    evse: z.number(),
    connector: z.number(),
    idToken: z.string().nullable(),
    startedAt: z.number().openapi({ description: "Epoch milliseconds." }),
    endedAt: z.number().nullable(),
    meterStart: z.number().openapi({ description: "Register, Wh." }),
    meterStop: z.number().nullable(),
    stoppedReason: z.string().nullable(),
  })
  .openapi("TransactionRow");

export const transactionFilterShape = {
  station: repeatable(z.string().min(1).max(255), "Identity of a station."),
  transactionId: z.string().min(1).max(255).optional(),
  active: flag("Only running ones (true) or only ended ones (false)."),
  from: moment("Start of the transaction, inclusive."),
  to: moment("Start of the transaction, exclusive."),
};
export const transactionFilter = strict(transactionFilterShape);
export const transactionListQuery = strict({ ...transactionFilterShape, ...pageShape });

export const sampleRow = z
  .object({
    at: z.number().openapi({ description: "Epoch milliseconds." }),
    station: z.string(),
    evse: z.number(),
    connector: z.number(),
    transactionKey: z.string().nullable(),
    measurand: z.string(),
    phase: z.string().nullable(),
    location: z.string().nullable(),
    unit: z.string(),
    context: z.string(),
    value: z.number(),
  })
  .openapi("SampleRow");

export const sampleFilterShape = {
  station: repeatable(z.string().min(1).max(255), "Identity of a station."),
  transactionKey: z.string().min(1).max(255).optional(),
  measurand: repeatable(z.string().min(1).max(100), "Measurand, e.g. Power.Active.Import."),
  from: moment("Inclusive."),
  to: moment("Exclusive."),
};
export const sampleFilter = strict(sampleFilterShape);
export const sampleListQuery = strict({ ...sampleFilterShape, ...pageShape });
