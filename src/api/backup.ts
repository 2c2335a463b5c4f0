import { createRoute, z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { zipped } from "../store/backup/file.ts";
import { backupText } from "../store/backup/write.ts";
import { TransferError } from "../store/copy/transfer-error.ts";
import { StoreOpenError } from "../store/open-error.ts";
import { same } from "./guard/token.ts";
import { defaultLimits } from "./parts.ts";
import type { ApiParts } from "./parts.ts";
import { ProblemError } from "./problem.ts";
import { everything, waitingHeader } from "./recent.ts";
import { noQuery, problem, routes } from "./routes.ts";

/** Compressed bytes that are made before the answer begins. */
const readAhead = 64 * 1024;

/** Carries the key that lies in the data folder. */
export const backupKeyHeader = "x-stationmaster-backup-key";

const backup = createRoute({
  method: "get",
  path: "/api/backup",
  summary: "Everything in the store as one file, secrets included",
  description:
    "For 'stationmaster store backup'. What was recorded so far is in it, by earlier processes as well: it begins when the store " +
    `has all that, or has taken nothing for five seconds, or after two minutes. ${waitingHeader} tells how many records the store ` +
    `had not. A server without a token gives it only to who shows, as ${backupKeyHeader}, the key in server.json of the data folder.`,
  request: { query: noQuery },
  responses: {
    200: {
      description: "Gzipped NDJSON; whole when it ends with its closing line.",
      content: { "application/gzip": { schema: z.string().openapi({ format: "binary" }) } },
    },
    default: problem,
  },
});

/** Backup of a store that is in use. */
export function backupRoutes(parts: ApiParts): OpenAPIHono {
  return routes().openapi(backup, async (c) => {
    const shown = c.req.header(backupKeyHeader);
    const { access, backupKey } = parts;
    // Where there is a token, the guard has asked for it.
    const known = backupKey !== undefined && shown !== undefined && same(shown, backupKey);
    if (access.token === null && !known) {
      throw new ProblemError({
        code: "forbidden",
        message: "A backup holds passwords: take it with 'stationmaster store backup' on the data folder.",
        field: backupKeyHeader,
      });
    }
    const waiting = await everything(
      parts.journal,
      parts.limits?.backupPatience ?? defaultLimits.backupPatience,
    );
    const end = new AbortController();
    const text = backupText(
      parts.store,
      { product: parts.about.version, now: parts.now(), waiting },
      { signal: end.signal },
    );
    const bytes = zipped(text)[Symbol.asyncIterator]();
    const begun = await begin(bytes).catch(refused);
    const stream = new ReadableStream<Uint8Array>({
      async pull(controller) {
        try {
          const value = begun.shift() ?? (await bytes.next()).value;
          if (value === undefined) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          parts.report(error);
          controller.error(error);
        }
      },
      cancel: () => end.abort(),
    });
    return new Response(stream, {
      headers: { "Content-Type": "application/gzip", [waitingHeader]: String(waiting) },
    });
  });
}

/**
 * The beginning of a file; all of a small one. What fails in it can still be told in the answer, which can only break off
 * later.
 */
async function begin(bytes: AsyncIterator<Uint8Array, undefined>): Promise<Uint8Array[]> {
  const begun: Uint8Array[] = [];
  for (let size = 0; size < readAhead;) {
    const { value } = await bytes.next();
    if (value === undefined) break;
    begun.push(value);
    size += value.length;
  }
  return begun;
}

/** Trouble of the store that the asker can do something about. */
function refused(error: unknown): never {
  if (error instanceof TransferError || error instanceof StoreOpenError)
    throw new ProblemError({ code: "conflict", message: `No backup can be made: ${error.message}` });
  throw error;
}
