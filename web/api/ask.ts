import type { z } from "@hono/zod-openapi";
import { isObject } from "../../protocol/payload/read.ts";
import type { errorBody, page } from "../../src/api/schema/common.ts";
import { member, text } from "../text/json.ts";
import { headerText } from "../text/person-name.ts";

/** How Stationmaster's own HTTP API is asked. Expected trouble comes back as a value, with the server's words. */

type Told = z.infer<typeof errorBody>["error"];

export interface Problem extends Omit<Told, "code"> {
  /** The server's; `unreachable` when it did not answer, `http-502` when it is not the server that did. */
  code: Told["code"] | "unreachable" | `http-${number}`;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** One page of a list. */
export type Page<T> = Omit<z.infer<ReturnType<typeof page>>, "items"> & { items: T[] };

export interface PageWanted {
  limit: number;
  cursor?: string | undefined;
}

/** `path`: below `/api/`. */
export type Ask = <T>(method: string, path: string, body?: unknown) => Promise<Answer<T>>;

export const unreachable: Problem = {
  code: "unreachable",
  message: "Stationmaster's server does not answer.",
};

/** @param person name of who uses the page, for the history of what is changed; empty for none */
export function makeAsk(base: string, person: () => string): Ask {
  return async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    let response: Response;
    const name = method === "GET" ? "" : person();
    try {
      response = await fetch(`${base}/api/${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(name === "" ? {} : { "x-stationmaster-user": headerText(name) }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch {
      return { ok: false, problem: unreachable };
    }
    const content: unknown = await response.json().catch(() => undefined);
    if (!response.ok) return { ok: false, problem: problemFrom(content, response.status) };
    // The server is our own and tested against the same types; nothing is gained by checking each shape again.
    return { ok: true, value: content as T };
  };
}

/** The address of one page of a list. `query`: as in an address. */
export function paged(path: string, query: string, page: PageWanted): string {
  const params = new URLSearchParams(query);
  params.set("limit", String(page.limit));
  if (page.cursor !== undefined) params.set("cursor", page.cursor);
  return `${path}?${params}`;
}

/** Reads the server's error form; anything else becomes a sentence with the HTTP status. */
export function problemFrom(content: unknown, status: number): Problem {
  const error = member(content, "error");
  if (isObject(error) && text(error["message"]) !== undefined) return error as unknown as Told;
  return { code: `http-${status}`, message: `The server answered with HTTP status ${status}.` };
}
