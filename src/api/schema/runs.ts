import { z } from "@hono/zod-openapi";
import { dialects } from "../../../protocol/dialect.ts";
import { jsonObject, strict } from "../../input/strict.ts";
import { pageShape } from "./common.ts";

const epoch = "Epoch milliseconds";

/** An audit without its report, which lists leave out. */
export const runRow = z
  .object({
    id: z.string(),
    kind: z.enum(["audit"]),
    target: z.string().openapi({ description: "URL of the CSMS without secrets, or sandbox." }),
    dialect: z.enum(dialects),
    station: z.string(),
    writer: z.string(),
    startedAt: z.number().openapi({ description: `${epoch}.` }),
    endedAt: z
      .number()
      .nullable()
      .openapi({ description: `${epoch}; null while it runs.` }),
    verdict: z.string().nullable().openapi({ description: "The worst of its cases; null while it runs." }),
    summary: z.record(z.string(), z.number()).openapi({ description: "Cases by verdict." }),
  })
  .openapi("RunRow");

export const runDetail = runRow
  .extend({
    report: z.union([jsonObject, z.null()]).openapi({ description: "As report.json; null while it runs." }),
  })
  .openapi("Run");

export const findingRow = z
  .object({
    id: z.string(),
    run: z.string(),
    at: z.number().openapi({ description: `${epoch}: the end of the run.` }),
    case: z.string(),
    check: z.string(),
    verdict: z.string(),
    requirement: z.string().openapi({ description: "Requirement id; empty where there is none." }),
    text: z.string(),
    expected: z.string(),
    actual: z.string(),
    frames: z.array(z.string()).openapi({ description: "Ids of the frames that prove it." }),
  })
  .openapi("FindingRow");

const word = z.string().min(1).max(100).optional();

export const runListQuery = strict({
  dialect: z.enum(dialects).optional(),
  verdict: word,
  ...pageShape,
});
const ofRun = { case: word, verdict: word };
export const runFindingsQuery = strict({ ...ofRun, ...pageShape });
export const findingListQuery = strict({ run: z.string().min(1).max(64).optional(), ...ofRun, ...pageShape });

export type RunView = z.infer<typeof runRow>;
export type RunDetail = z.infer<typeof runDetail>;
