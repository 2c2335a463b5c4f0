import { upgradeWebSocket } from "@hono/node-server";
import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { WebSocket } from "ws";
import { namedMost } from "./live/change-list.ts";
import { LiveHub, type OwnChanges } from "./live/hub.ts";
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
    '{"type":"station-removed","id"}, {"type":"notice","station","level","text","at"}, {"type":"sandbox","view":SandboxView}, ' +
    '{"type":"changes","collections","items":[{"collection","id","action"}]} and {"type":"error","text"}. ' +
    "Changes tell what was put or removed in the store: transactions and runs of all processes on it, stations of the other " +
    "processes. This process's transactions are told when the store has them, at most once a second. A document is told " +
    "once a message, with its latest action (put or removed). Where more than " +
    `${namedMost} changed, items is null and collections alone says where. They are not told again after a loss of the ` +
    "connection: a client that comes back looks anew. A client that reads nothing is closed with 1013.",
  responses: { 101: { description: "A WebSocket from here on." }, default: problem },
});

/** The one socket for everything live. */
export function liveRoutes(parts: ApiParts, ownChanges: OwnChanges): OpenAPIHono {
  const hub = new LiveHub(parts, ownChanges);
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
