import { upgradeWebSocket } from "@hono/node-server";
import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { WebSocket } from "ws";
import { LiveHub } from "./live/hub.ts";
import { clientMessage } from "./live/message.ts";
import type { ApiParts } from "./parts.ts";
import { ProblemError } from "./problem.ts";
import { problem, routes } from "./routes.ts";

const live = createRoute({
  method: "get",
  path: "/api/live",
  summary: "WebSocket with everything live",
  description:
    'The client sends LiveClientMessage. The server sends {"type":"frames","items":[FrameRow]}, {"type":"station","view":StationView}, ' +
    '{"type":"station-removed","id"}, {"type":"notice","station","level","text","at"}, {"type":"sandbox","view":SandboxView} and ' +
    '{"type":"error","text"}. A client that reads nothing is closed with 1013.',
  responses: { 101: { description: "A WebSocket from here on." }, default: problem },
});

/** The one socket for everything live. */
export function liveRoutes(parts: ApiParts): OpenAPIHono {
  const hub = new LiveHub(parts);
  parts.onClose?.(() => hub.close());
  const group = routes();
  group.openAPIRegistry.register("LiveClientMessage", clientMessage);
  group.openAPIRegistry.registerPath(live);
  group.get(
    "/api/live",
    upgradeWebSocket(() => ({
      onOpen: (_event, context) => {
        if (context.raw instanceof WebSocket) hub.join(context.raw);
      },
    })),
    () => {
      throw new ProblemError({
        code: "bad-request",
        message: "This address is a WebSocket: connect with ws:// or wss://.",
        field: "Upgrade",
      });
    },
  );
  return group;
}
