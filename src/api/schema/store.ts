import { z } from "@hono/zod-openapi";
import { homeSchema } from "./info.ts";
import { epoch } from "./common.ts";

export const storeSchema = z
  .object({
    home: homeSchema,
    schema: z.number().nullable().openapi({ description: "Number of the newest migration." }),
    expire: z
      .record(z.string(), z.number())
      .openapi({ description: "Seconds after which documents of a collection are removed." }),
    collections: z.array(
      z.object({
        collection: z.string(),
        count: z
          .number()
          .nullable()
          .openapi({ description: "Null where the home cannot tell without going through it all." }),
        bytes: z
          .number()
          .nullable()
          .openapi({ description: "On the disk; null where the home cannot tell." }),
      }),
    ),
    writers: z.array(
      z.object({
        writer: z.string(),
        name: z.string(),
        host: z.string(),
        pid: z.number(),
        folder: z.string(),
        startedAt: epoch,
        seenAt: epoch,
        endedAt: epoch.nullable(),
        batch: z.number().openapi({ description: "Number of its last batch that is here in full." }),
      }),
    ),
    spool: z.object({
      folder: z.string(),
      records: z.number().openapi({ description: "Frames in it that wait for the store, as in /health." }),
      bytes: z.number().openapi({ description: "Of the files that hold such frames, as in /health." }),
      disk: z
        .object({ files: z.number(), bytes: z.number() })
        .openapi({ description: "All files, also of what was delivered or set aside." }),
    }),
    unfinished: z.string().nullable().openapi({
      description: "What the store holds only the beginning of, and what to do; null for a whole one.",
    }),
  })
  .openapi("Store");
export type StoreView = z.infer<typeof storeSchema>;
