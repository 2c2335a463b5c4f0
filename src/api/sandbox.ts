import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { sortNames } from "../sandbox/misbehaviours/all.ts";
import { knownMisbehaviours } from "../sandbox/misbehaviours/conduct.ts";
import { patternViews } from "../sandbox/misbehaviours/patterns/all.ts";
import { strict } from "../input/strict.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { setMisbehaviours } from "../server/sandbox/misbehaviours.ts";
import type { ApiParts } from "./parts.ts";
import { ProblemError, settled } from "./problem.ts";
import { body, ok, route, routes } from "./routes.ts";
import { changeBy, personHeader } from "./schema/person.ts";
import {
  misbehaviourPatterns,
  misbehavioursBody,
  outcomeSchema,
  sandboxCall,
  sandboxView,
} from "./schema/sandbox.ts";
import type { SandboxView } from "./schema/sandbox.ts";

const show = route.get(
  "/api/sandbox",
  "The built-in CSMS: its stations and how it misbehaves",
  {},
  ok("The sandbox.", sandboxView),
);

const patterns = route.get(
  "/api/sandbox/misbehaviours",
  "Misbehaviours that are made by action, beside those that the sandbox lists: their names, and what they break",
  {},
  ok("The patterns.", misbehaviourPatterns),
);

const misbehave = route.put(
  "/api/sandbox/misbehaviours",
  "Make the built-in CSMS misbehave, also after a restart; an empty list makes it behave",
  { headers: personHeader, body: body(misbehavioursBody) },
  ok("The sandbox.", sandboxView),
);

const call = route.post(
  "/api/sandbox/stations/{id}/calls",
  "Have the built-in CSMS send a CALL to a station and wait for the outcome",
  { params: strict({ id: z.string().min(1).max(255) }), body: body(sandboxCall) },
  ok("What came back.", z.object({ outcome: outcomeSchema })),
);

/** The built-in CSMS, told what to do. */
export function sandboxRoutes(parts: ApiParts): OpenAPIHono {
  return routes()
    .openapi(show, (c) => c.json(viewSandbox(running(parts)), 200))
    .openapi(patterns, (c) => c.json({ patterns: patternViews() }, 200))
    .openapi(misbehave, async (c) => {
      const sandbox = running(parts);
      const { names } = c.req.valid("json");
      const [wrong] = sortNames(names).unknown;
      if (wrong !== undefined) {
        throw new ProblemError({
          code: "bad-request",
          message: `Member "names": there is no misbehaviour "${wrong}".`,
          field: "names",
          allowed: knownMisbehaviours(),
        });
      }
      settled(await setMisbehaviours({ ...parts, sandbox }, names, changeBy(c.req.valid("header"))));
      return c.json(viewSandbox(sandbox), 200);
    })
    .openapi(call, async (c) => {
      const sandbox = running(parts);
      const { id } = c.req.valid("param");
      const connected = sandbox.stations().flatMap((station) => (station.connected ? [station.id] : []));
      if (!connected.includes(id)) {
        throw new ProblemError({
          code: "not-found",
          message: `No station "${id}" is connected to the sandbox.`,
          field: "id",
          allowed: connected.slice(0, 50),
        });
      }
      const { action, payload } = c.req.valid("json");
      return c.json({ outcome: await sandbox.send(id, action, payload) }, 200);
    });
}

/** The sandbox as API and live socket show it. */
export function viewSandbox(sandbox: Sandbox): SandboxView {
  return {
    url: sandbox.url,
    stations: sandbox.stations(),
    misbehaviours: sandbox.misbehaviours.map(({ name, text, dialects, active }) => ({
      name,
      text,
      dialects: [...dialects],
      active,
    })),
  };
}

function running({ sandbox }: ApiParts): Sandbox {
  if (sandbox === null) {
    throw new ProblemError({
      code: "unavailable",
      message: "The sandbox is switched off (setting csms.enabled).",
    });
  }
  return sandbox;
}
