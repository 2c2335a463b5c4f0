import { z } from "@hono/zod-openapi";
import { dialects } from "../../../protocol/dialect.ts";

export const infoSchema = z
  .object({
    name: z.string(),
    version: z.string(),
    startedAt: z.number().openapi({ description: "Epoch milliseconds." }),
    dialects: z.array(z.object({ dialect: z.enum(dialects), playable: z.boolean() })),
    sandbox: z.object({ url: z.string() }).nullable(),
    store: z.object({
      home: z.enum(["embedded", "mongodb"]),
      path: z.string().openapi({ description: "A folder, or host and database." }),
      version: z.string().openapi({ description: "Of SQLite, or of the server." }),
      reason: z.string().openapi({ description: 'Why this home was chosen; goes on from "because".' }),
      changes: z
        .enum(["none", "pushed", "polled"])
        .openapi({ description: "How changes of other processes arrive." }),
      warnings: z.array(z.string()),
      process: z.string().nullable().openapi({ description: "What other processes on it call this one." }),
      frames: z.number().openapi({ description: "Frames kept." }),
    }),
    settings: z
      .record(z.string(), z.unknown())
      .openapi({ description: "Settings in force by name, secrets masked." }),
  })
  .openapi("Info");

export const healthSchema = z
  .object({
    status: z.enum(["ok", "failing"]),
    store: z.object({ ok: z.boolean(), problem: z.string().nullable() }),
    journal: z.object({ pending: z.number(), stored: z.number(), failing: z.string().nullable() }),
    fleet: z.object({ stations: z.number(), powered: z.number(), online: z.number() }),
  })
  .openapi("Health");
