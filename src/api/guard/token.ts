import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { ProblemError } from "../problem.ts";
import type { Access } from "./access.ts";

const cookieName = "stationmaster";

/**
 * Asks for the token where one is set: `Authorization: Bearer` from programs, a cookie from browsers, which they get by
 * opening `/?token=…` once. `/health` stays open for monitors.
 */
export function guardToken(access: Access): MiddlewareHandler {
  const { token } = access;
  if (token === null) return (_c, next) => next();
  // Not the token itself, so that a stolen cookie jar does not give it away.
  const cookie = createHmac("sha256", token).update("stationmaster browser session").digest("base64url");
  return async (c, next) => {
    if (c.req.path === "/health") return await next();
    if (c.req.method === "GET" && c.req.path === "/") {
      const offered = c.req.query("token");
      if (offered !== undefined && same(offered, token)) return login(c, cookie);
    }
    const bearer = /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
    const kept = getCookie(c, cookieName);
    if ((bearer !== undefined && same(bearer, token)) || (kept !== undefined && same(kept, cookie))) {
      return await next();
    }
    if (c.req.header("accept")?.includes("text/html") === true && c.req.method === "GET") {
      return c.html(askForToken, 401);
    }
    c.header("WWW-Authenticate", 'Bearer realm="stationmaster"');
    throw new ProblemError({
      code: "unauthorized",
      message:
        "This server needs its token: send 'Authorization: Bearer …', or open /?token=… once in a browser.",
    });
  };
}

function login(c: Context, cookie: string): Response {
  setCookie(c, cookieName, cookie, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: new URL(c.req.url).protocol === "https:",
    maxAge: 30 * 24 * 3600,
  });
  return c.redirect("/", 303);
}

/** Equal or not, in a time that tells nothing about where they differ. */
export function same(a: string, b: string): boolean {
  return timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());
}

const askForToken = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Stationmaster</title>
<style>body{font:16px/1.5 system-ui;max-width:34rem;margin:15vh auto;padding:0 1rem}</style>
<h1>Token needed</h1><p>This server can be reached from other machines, so it asks for its token. Enter it here, or open the
address that the server printed when it started.</p>
<form action="/" method="get"><label>Token <input name="token" type="password" autofocus></label> <button>Open</button></form></html>
`;
