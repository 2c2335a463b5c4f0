import { once } from "node:events";
import { createAdaptorServer } from "@hono/node-server";
import type { WebSocketServerLike } from "@hono/node-server";
import { WebSocketServer } from "ws";
import { listenError } from "./start-error.ts";

/** Largest message of a live client, bytes: it only says what it wants to see. */
const liveMessageMost = 64 * 1024;
/** ms that open requests get to end. */
const grace = 1000;

type FetchCallback = Parameters<typeof createAdaptorServer>[0]["fetch"];

export interface HttpServer {
  /** Where a browser on this machine finds it. */
  url: string;
  close(): Promise<void>;
}

/** Listens. Throws StartError when it cannot. */
export async function listenHttp(options: {
  host: string;
  port: number;
  fetch: FetchCallback;
}): Promise<HttpServer> {
  const { host, port } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: liveMessageMost,
    perMessageDeflate: false,
  });
  const server = createAdaptorServer({
    fetch: options.fetch,
    // The types of ws write an optional member as "or undefined", those of the adapter do not.
    websocket: { server: sockets as WebSocketServerLike },
  });
  const bare = host.replace(/^\[|\]$/g, "");
  try {
    server.listen(port, bare);
    await once(server, "listening");
  } catch (error) {
    throw listenError(error, "The server", bare, port, "--port (server.port) or --host (server.host)");
  }
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  const shown = bare === "0.0.0.0" ? "127.0.0.1" : bare === "::" ? "::1" : bare;
  return {
    url: `http://${shown.includes(":") ? `[${shown}]` : shown}:${actual}`,
    close: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      const cut = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
        if ("closeAllConnections" in server) server.closeAllConnections();
      }, grace);
      if ("closeIdleConnections" in server) server.closeIdleConnections();
      await closed;
      clearTimeout(cut);
    },
  };
}
