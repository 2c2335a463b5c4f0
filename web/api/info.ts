import type { z } from "@hono/zod-openapi";
import { isObject } from "../../protocol/payload/read.ts";
import type { Health, infoSchema } from "../../src/api/schema/info.ts";
import { problemFrom, unreachable, type Answer, type Ask } from "./ask.ts";

export type { Health };
export type Info = z.infer<typeof infoSchema>;

export const infoApi = (ask: Ask, base: string) => ({
  info: () => ask<Info>("GET", "info"),
  /** The store's and the journal's state; also when it is bad. */
  async health(): Promise<Answer<Health>> {
    try {
      const content: unknown = await (await fetch(`${base}/health`)).json();
      // Status 503 has the same body: what is wrong is what is asked for.
      if (isObject(content) && "journal" in content) return { ok: true, value: content as unknown as Health };
      return { ok: false, problem: problemFrom(content, 500) };
    } catch {
      return { ok: false, problem: unreachable };
    }
  },
});
