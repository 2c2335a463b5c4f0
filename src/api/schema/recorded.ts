import { z } from "@hono/zod-openapi";
import { dialects } from "../../../protocol/dialect.ts";
import { strict } from "../../input/strict.ts";
import { epoch, flag, moment, ofStation, pageShape, repeatable } from "./common.ts";

export const transactionRow = z
  .object({
    key: z.string(),
    station: z.string(),
    dialect: z.enum(dialects),
    transactionId: z.string().nullable(),
    evse: z.number(),
    connector: z.number(),
    idToken: z.string().nullable(),
    startedAt: epoch,
    endedAt: z.number().nullable(),
    meterStart: z.number().openapi({ description: "Register, Wh." }),
    meterStop: z.number().nullable(),
    stoppedReason: z.string().nullable(),
  })
  .openapi("TransactionRow");

export const transactionFilterShape = {
  station: ofStation,
  transactionId: z.string().min(1).max(255).optional(),
  active: flag("Only running ones (true) or only ended ones (false)."),
  from: moment("Start of the transaction, inclusive."),
  to: moment("Start of the transaction, exclusive."),
};
export const transactionFilter = strict(transactionFilterShape);
export const transactionListQuery = strict({ ...transactionFilterShape, ...pageShape });

export const sampleRow = z
  .object({
    at: epoch,
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
  station: ofStation,
  transactionKey: z.string().min(1).max(255).optional(),
  measurand: repeatable(z.string().min(1).max(100), "Measurand, e.g. Power.Active.Import."),
  from: moment("Inclusive."),
  to: moment("Exclusive."),
};
export const sampleFilter = strict(sampleFilterShape);
export const sampleListQuery = strict({ ...sampleFilterShape, ...pageShape });

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
  station: ofStation,
  transactionKey: z.string().min(1).max(255).optional(),
  from: moment("Inclusive."),
  to: moment("Exclusive."),
  ...pageShape,
});

const outcomes = ["open", "closed", "refused"] as const;

export const connectionRow = z
  .object({
    key: z.string().openapi({ description: "Id of the frame that opened or refused it." }),
    station: z.string(),
    connection: z.string().openapi({ description: "As in the frames." }),
    dialect: z.enum(dialects),
    writer: z.string(),
    openedAt: epoch,
    closedAt: z.number().nullable(),
    outcome: z.enum(outcomes),
    code: z.string().nullable().openapi({ description: "Close code or HTTP status." }),
    frames: z
      .number()
      .openapi({ description: "In both directions; counted when it opens and when it ends." }),
  })
  .openapi("ConnectionRow");

export const connectionListQuery = strict({
  station: ofStation,
  outcome: z.enum(outcomes).optional(),
  from: moment("Opening, inclusive."),
  to: moment("Opening, exclusive."),
  ...pageShape,
});
