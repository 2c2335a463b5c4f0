import { z } from "@hono/zod-openapi";
import { Value } from "typebox/value";
import { dialects } from "../../../protocol/dialect.ts";
import { AuditReport } from "../../conformance/report/schema.ts";
import { verdicts } from "../../conformance/verdict.ts";
import { strict } from "../../input/strict.ts";

const frameId = z
  .string()
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, "must be a frame id: 26 digits and letters");
const epoch = z.number().min(0).max(8.64e15).openapi({ description: "Epoch milliseconds." });
const name = z.string().min(1).max(200);
const verdict = z.enum(verdicts);

const report = z
  .unknown()
  .superRefine((value, context) => {
    const [wrong] = Value.Errors(AuditReport, value);
    if (wrong !== undefined)
      context.addIssue({
        code: "custom",
        message: `is no audit report: ${wrong.instancePath} ${wrong.message}`,
      });
  })
  .openapi({ type: "object", description: "As report.json (docs/report.schema.json)." });

const run = strict({
  id: frameId.openapi({ description: "New; in time's order among the others." }),
  kind: z.literal("audit"),
  target: z.string().min(1).max(4000),
  dialect: z.enum(dialects),
  station: z.string().max(255),
  writer: name,
  startedAt: epoch,
  endedAt: epoch,
  verdict,
  summary: z.record(verdict, z.number().int().min(0)),
  report,
});

const finding = strict({
  id: z.string().regex(/^\w{26}\/\d{1,15}$/, "must be the run's id, a stroke, and the finding's place"),
  run: frameId,
  at: epoch,
  case: name,
  check: name,
  verdict,
  requirement: z.string().max(1000),
  text: z.string(),
  expected: z.string(),
  actual: z.string(),
  frames: z.array(z.string().max(64)),
});

/** An audit that ended, and its checks that are not green. */
export const keptRunBody = strict({ run, findings: z.array(finding).max(100_000) })
  .superRefine(({ run: { id }, findings }, context) => {
    const ids = new Set<string>();
    for (const [place, each] of findings.entries()) {
      if (each.run !== id || !each.id.startsWith(`${id}/`) || ids.has(each.id)) {
        const message = `must be "${id}/" and a place that no other finding has`;
        context.addIssue({ code: "custom", path: ["findings", place, "id"], message });
        return;
      }
      ids.add(each.id);
    }
  })
  .openapi("KeptRun");
