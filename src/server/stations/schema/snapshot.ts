import { z } from "@hono/zod-openapi";

const transactionSnapshot = z.object({
  id: z.string().nullable(),
  token: z.object({ idToken: z.string(), type: z.string() }).nullable(),
  startedAt: z.number(),
  energy: z.number().openapi({ description: "Wh since the start." }),
  chargingState: z.string(),
  seqNo: z.number(),
});

const connectorSnapshot = z.object({
  evse: z.number(),
  connector: z.number(),
  type: z.string(),
  maxPower: z.number().openapi({ description: "W" }),
  status: z.enum([
    "Available",
    "Preparing",
    "Charging",
    "SuspendedEV",
    "SuspendedEVSE",
    "Finishing",
    "Reserved",
    "Unavailable",
    "Faulted",
  ]),
  errorCode: z.string().nullable(),
  cable: z.boolean(),
  operative: z.boolean(),
  power: z.number().openapi({ description: "W" }),
  energy: z.number().openapi({ description: "Register of the EVSE's meter, Wh." }),
  soc: z.number().nullable().openapi({ description: "Percent." }),
  transaction: transactionSnapshot.nullable(),
});

export const snapshotSchema = z
  .object({
    at: z.number().openapi({ description: "Epoch milliseconds." }),
    powered: z.boolean(),
    online: z.boolean(),
    boot: z.enum(["Accepted", "Pending", "Rejected", "None"]),
    queued: z.number(),
    awaiting: z.string().nullable(),
    connectors: z.array(connectorSnapshot),
    settings: z.array(
      z.object({
        name: z.string(),
        value: z.string().nullable(),
        readOnly: z.boolean(),
        unit: z.string().optional(),
      }),
    ),
  })
  .openapi("StationSnapshot");
