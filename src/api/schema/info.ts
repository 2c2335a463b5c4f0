import { z } from "@hono/zod-openapi";
import { dialects } from "../../../protocol/dialect.ts";

/** Where the store is and how it is. */
export const homeSchema = z.object({
  kind: z.enum(["embedded", "mongodb"]),
  place: z.string().openapi({ description: "A folder, or host and database." }),
  version: z.string().openapi({ description: "Of SQLite, or of the server." }),
  changes: z
    .enum(["none", "pushed", "polled"])
    .openapi({ description: "How changes of other processes arrive." }),
  warnings: z.array(z.string()),
});
const home = homeSchema.shape;

export const infoSchema = z
  .object({
    name: z.string(),
    version: z.string(),
    startedAt: z.number().openapi({ description: "Epoch milliseconds." }),
    dialects: z.array(z.object({ dialect: z.enum(dialects), playable: z.boolean() })),
    sandbox: z.object({ url: z.string() }).nullable(),
    store: z.object({
      home: home.kind,
      path: home.place,
      version: home.version,
      reason: z.string().openapi({ description: 'Why this home was chosen; goes on from "because".' }),
      changes: home.changes,
      warnings: home.warnings,
      process: z.string().nullable().openapi({ description: "What other processes on it call this one." }),
    }),
    settings: z
      .record(z.string(), z.unknown())
      .openapi({ description: "Settings in force by name, secrets masked." }),
  })
  .openapi("Info");
export type Info = z.infer<typeof infoSchema>;

const epoch = "Epoch milliseconds";

export const healthSchema = z
  .object({
    status: z.enum(["ok", "degraded", "failing"]).openapi({
      description:
        "`ok`: the store takes and gives what it is asked for. `degraded` (200): it does not, but every frame is safe in the spool and goes into the store later, or files with damaged bytes of the spool lie there and nobody has moved them away, or what stations know cannot be written to the data folder; nobody needs to be woken. `failing` (503): frames wait in memory alone (no spool, a spool that is full or cannot be written), the spool is nine tenths full, or the store has taken nothing for ten minutes.",
    }),
    home: homeSchema,
    store: z.object({ ok: z.boolean(), problem: z.string().nullable() }),
    states: z
      .object({
        onDisk: z.boolean().openapi({
          description: "What stations know is in the data folder the moment they know it; false: that fails.",
        }),
        waiting: z.number().openapi({ description: "Stations of whose state the store lacks the newest." }),
      })
      .openapi({ description: "The keeping of what stations know." }),
    journal: z.object({
      recorded: z.number().openapi({ description: "Frames recorded by this process." }),
      pending: z.number().openapi({ description: "Frames that wait for the store." }),
      stored: z.number().openapi({ description: "Frames this process brought into the store." }),
      unsafe: z.number().openapi({ description: "Pending frames in memory alone: a kill would lose them." }),
      failing: z.string().nullable().openapi({ description: "What is wrong." }),
      awaySince: z
        .number()
        .nullable()
        .openapi({ description: `${epoch}: the store takes nothing since.` }),
      durability: z.enum(["window", "every-frame"]),
      window: z.number().nullable().openapi({
        description: "Milliseconds of frames that a kill of the process may lose; null without a spool.",
      }),
      lag: z
        .object({ p95: z.number(), max: z.number() })
        .openapi({ description: "Milliseconds from recording to durable, in the last minute." }),
      spool: z
        .object({
          records: z.number().openapi({ description: "Frames in it that wait for the store." }),
          bytes: z.number().openapi({ description: "Of the files that hold such frames." }),
          limit: z.number().openapi({ description: "Most bytes." }),
          segments: z.number().openapi({ description: "Such files." }),
          oldestAt: z
            .number()
            .nullable()
            .openapi({ description: `${epoch}: when the oldest waiting frame was recorded.` }),
          problem: z.string().nullable().openapi({ description: "Why it cannot be written or read." }),
          damaged: z.number().openapi({
            description: "Damaged stretches that were set aside in its folder and lie there still.",
          }),
          notice: z.string().nullable().openapi({
            description: "Which messages were in them, where their bytes are, and what to do.",
          }),
        })
        .nullable(),
    }),
    fleet: z.object({ stations: z.number(), powered: z.number(), online: z.number() }),
  })
  .openapi("Health");
export type Health = z.infer<typeof healthSchema>;
