import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { strict } from "../input/strict.ts";
import { exportFormats, exportMediaTypes } from "../journal/export/format.ts";
import type { ExportFormat } from "../journal/export/format.ts";
import { exportFrames } from "../journal/export/frames.ts";
import { exportSamples } from "../journal/export/samples.ts";
import { exportTransactions } from "../journal/export/transactions.ts";
import type { ApiParts } from "./parts.ts";
import { frameQuery, sampleQuery, transactionQuery } from "./queries.ts";
import { recent, waitingHeader } from "./recent.ts";
import { route, routes } from "./routes.ts";
import { frameFilterShape } from "./schema/frame.ts";
import { sampleFilterShape, transactionFilterShape } from "./schema/recorded.ts";

const format = z.enum(exportFormats).default("json");
const file = z.string().openapi({ description: "A file, streamed, oldest first, secrets masked." });
const responses = {
  200: {
    description: "The file.",
    content: {
      "application/json": { schema: z.array(z.unknown()) },
      "application/x-ndjson": { schema: file },
      "text/csv": { schema: file },
    },
  },
};

const frames = route.get(
  "/api/export/frames",
  "Frames as a file",
  { query: strict({ format, ...frameFilterShape }) },
  responses,
);
const transactions = route.get(
  "/api/export/transactions",
  "Transactions as a file",
  { query: strict({ format, ...transactionFilterShape }) },
  responses,
);
const samples = route.get(
  "/api/export/samples",
  "Meter samples as a file",
  { query: strict({ format, ...sampleFilterShape }) },
  responses,
);

/** Any query as a file, in bounded memory. */
export function exportRoutes(parts: ApiParts): OpenAPIHono {
  const { store } = parts;
  return routes()
    .openapi(frames, async (c) => {
      const query = c.req.valid("query");
      const waiting = await recent(parts.journal);
      const rows = store.frames.stream(frameQuery(query));
      return download(parts, waiting, "frames", query.format, exportFrames(rows, query.format));
    })
    .openapi(transactions, async (c) => {
      const query = c.req.valid("query");
      const waiting = await recent(parts.journal);
      const rows = store.transactions.stream(transactionQuery(query));
      return download(parts, waiting, "transactions", query.format, exportTransactions(rows, query.format));
    })
    .openapi(samples, async (c) => {
      const query = c.req.valid("query");
      const waiting = await recent(parts.journal);
      const rows = store.samples.stream(sampleQuery(query));
      return download(parts, waiting, "samples", query.format, exportSamples(rows, query.format));
    });
}

function download(
  parts: ApiParts,
  waiting: number,
  subject: string,
  form: ExportFormat,
  chunks: AsyncIterable<string>,
): Response {
  const day = new Date(parts.now()).toISOString().slice(0, 19).replaceAll(":", "");
  return new Response(pulled(encoded(chunks, parts.report)), {
    headers: {
      "Content-Type": exportMediaTypes[form],
      "Content-Disposition": `attachment; filename="stationmaster-${subject}-${day}Z.${form}"`,
      [waitingHeader]: String(waiting),
    },
  });
}

/** A failure after the first bytes cannot become a status any more: the stream breaks off, which the receiver sees. */
async function* encoded(
  chunks: AsyncIterable<string>,
  report: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  try {
    for await (const chunk of chunks) yield encoder.encode(chunk);
  } catch (error) {
    report(error);
    throw error;
  }
}

/** Takes the next chunk only when the receiver has room for it, and ends the query when the receiver is gone. */
function pulled(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
