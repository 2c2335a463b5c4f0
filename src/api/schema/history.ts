import { z } from "@hono/zod-openapi";
import { strict } from "../../input/strict.ts";
import { documentCollectionNames } from "../../store/collections.ts";
import { epoch, moment, pageShape } from "./common.ts";

const masked = "secrets masked";

export const differenceSchema = z
  .object({
    pointer: z.string().openapi({ description: "JSON pointer; empty for the whole." }),
    before: z.unknown().optional().openapi({ description: "Absent: the member was not there." }),
    after: z.unknown().optional().openapi({ description: "Absent: the member is not there any more." }),
  })
  .openapi("Difference");

export const historyRow = z
  .object({
    id: z.string(),
    at: epoch,
    by: z.string().openapi({
      description:
        "api, cli, config, demo, csms (a station's setting that its CSMS changed), or the name that the client gave.",
    }),
    writer: z.string().openapi({ description: "The process that wrote it: its name, a stroke, its start." }),
    collection: z.string(),
    document: z.string(),
    action: z.enum(["created", "changed", "removed", "restored"]),
    before: z.unknown().openapi({ description: `Null: there was none; ${masked}.` }),
    after: z.unknown().openapi({ description: `Null: there is none any more; ${masked}.` }),
    difference: z.array(differenceSchema),
  })
  .openapi("HistoryRow");

export const restorePlan = z
  .object({
    action: z.enum(["create", "change", "remove", "none"]).openapi({
      description: "What has to be done to the document as it is now; none: it is in that state already.",
    }),
    difference: z.array(differenceSchema).openapi({ description: "From what is there now to that state." }),
    problem: z.string().nullable().openapi({ description: "Why it cannot be done; null when it can." }),
  })
  .openapi("RestorePlan");

/** A change with what returning to either side of it would do now. */
export const historyDetail = historyRow
  .extend({ restore: z.object({ before: restorePlan, after: restorePlan }) })
  .openapi("HistoryDetail");

export const historyFilter = {
  collection: z.enum(documentCollectionNames).optional(),
  document: z.string().min(1).max(255).optional().openapi({ description: "Id, e.g. a station's identity." }),
  from: moment("Inclusive."),
  to: moment("Exclusive."),
};
export const historyListQuery = strict({ ...historyFilter, ...pageShape });

export const restoreRequest = strict({
  state: z.enum(["before", "after"]).openapi({ description: "As it was before or after this change." }),
}).openapi("RestoreRequest");

export const restored = z
  .object({
    collection: z.string(),
    document: z.string(),
    done: z.enum(["created", "changed", "removed", "unchanged"]),
  })
  .openapi("Restored");

export type HistoryView = z.infer<typeof historyRow>;
export type HistoryDetail = z.infer<typeof historyDetail>;
export type Restored = z.infer<typeof restored>;
