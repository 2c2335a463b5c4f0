import { z } from "@hono/zod-openapi";
import { dialects } from "../../../protocol/dialect.ts";
import { jsonObject, strict } from "../../input/strict.ts";
import { epoch } from "./common.ts";

const sandboxTransaction = z.object({
  id: z.string(),
  evse: z.number().nullable(),
  idToken: z.string().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  meterStart: z.number().nullable().openapi({ description: "Wh" }),
  meterStop: z.number().nullable(),
});

export const sandboxView = z
  .object({
    url: z.string(),
    stations: z.array(
      z.object({
        id: z.string(),
        dialect: z.enum(dialects),
        connected: z.boolean(),
        connectedAt: epoch,
        boot: z.enum(["Accepted", "Pending", "Rejected", "None"]),
        transactions: z.array(sandboxTransaction),
      }),
    ),
    misbehaviours: z.array(
      z.object({
        name: z.string(),
        text: z.string(),
        dialects: z.array(z.enum(dialects)),
        active: z.boolean(),
      }),
    ),
  })
  .openapi("SandboxView");
export type SandboxView = z.infer<typeof sandboxView>;

export const misbehaviourPatterns = z
  .object({
    patterns: z.array(
      z.object({
        form: z.string().openapi({
          description:
            "Of the names: <action> and <member> in kebab-case, a member of a member as outer-inner.",
          example: "<action>-without-<member>",
        }),
        text: z.string(),
        actions: z
          .record(z.string(), z.array(z.string()))
          .openapi({ description: "By dialect, the actions that it can break." }),
      }),
    ),
  })
  .openapi("MisbehaviourPatterns");

export const misbehavioursBody = strict({ names: z.array(z.string().min(1).max(100)).max(100) });

export const sandboxCall = strict({ action: z.string().min(1).max(255), payload: jsonObject.default({}) });

/** The outcome of a CALL, as its sender sees it. */
export const outcomeSchema = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("result"), payload: jsonObject }),
    z.object({ kind: z.literal("error"), code: z.string(), description: z.string(), details: z.unknown() }),
    z.object({ kind: z.literal("invalid"), text: z.string() }),
    z.object({ kind: z.literal("timeout") }),
    z.object({ kind: z.literal("not-sent"), reason: z.string() }),
    z.object({ kind: z.literal("lost") }),
  ])
  .openapi("Outcome");
