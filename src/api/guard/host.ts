import type { MiddlewareHandler } from "hono";
import { ProblemError } from "../problem.ts";
import { isLoopback } from "../../config/loopback.ts";
import type { Access } from "./access.ts";

/**
 * Refuses requests that a foreign page makes a browser send: under a name that was rebound to this machine, or from
 * another origin (also WebSocket handshakes, which no browser restricts to the same origin).
 */
export function guardHost(access: Access): MiddlewareHandler {
  const known = (name: string): boolean => isLoopback(name) || access.allowedHosts.includes(name);
  return async (c, next) => {
    const host = hostName(`http://${c.req.header("host") ?? ""}`);
    if (access.loopback && (host === null || !known(host))) {
      throw new ProblemError({
        code: "forbidden",
        message: `The host name ${JSON.stringify(host)} is not one of this server's; use localhost, or add it to server.allowedHosts.`,
        field: "Host",
      });
    }
    const origin = c.req.header("origin");
    if (origin !== undefined) {
      const from = hostName(origin);
      const allowed =
        from !== null &&
        (access.loopback ? known(from) : from === host || access.allowedHosts.includes(from));
      if (!allowed) {
        throw new ProblemError({
          code: "forbidden",
          message: `Requests from pages of ${JSON.stringify(origin)} are refused; add its host to server.allowedHosts if it is yours.`,
          field: "Origin",
        });
      }
    }
    await next();
  };
}

function hostName(origin: string): string | null {
  const url = URL.parse(origin);
  return url === null || url.hostname === "" ? null : url.hostname.toLowerCase();
}
