import type { z } from "@hono/zod-openapi";
import type { outcomeSchema, SandboxView } from "../../src/api/schema/sandbox.ts";
import { path } from "../text/path.ts";
import type { Ask } from "./ask.ts";

export type { SandboxView };
export type Misbehaviour = SandboxView["misbehaviours"][number];
/** What became of a CALL, as its sender sees it. */
export type Outcome = z.infer<typeof outcomeSchema>;

export const sandboxApi = (ask: Ask) => ({
  sandbox: () => ask<SandboxView>("GET", "sandbox"),
  misbehave: (names: string[]) => ask("PUT", "sandbox/misbehaviours", { names }),
  call: (station: string, action: string, payload: unknown) =>
    ask<{ outcome: Outcome }>("POST", path`sandbox/stations/${station}/calls`, { action, payload }),
});
