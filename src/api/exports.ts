import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { strict } from "../input/strict.ts";
import { exportFormats, exportMediaTypes } from "../journal/export/format.ts";
import type { ExportFormat } from "../journal/export/format.ts";
import { exportFrames } from "../journal/export/frames.ts";
import { exportSamples } from "../journal/export/samples.ts";
import { exportTransactions } from "../journal/export/transactions.ts";
import type { ApiParts } from "./parts.ts";
import { frameQuery, ofStations, sampleQuery } from "./queries.ts";
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

/** A query as a file; `shape`: what can be asked. */
function fileRoute<Path extends string, Shape extends z.ZodRawShape>(
  path: Path,
  summary: string,
  shape: Shape,
) {
  return route.get(path, summary, { query: strict({ format, ...shape }) }, responses);
}

const frames = fileRoute("/api/export/frames", "Frames as a file", frameFilterShape);
const transactions = fileRoute("/api/export/transactions", "Transactions as a file", transactionFilterShape);
const samples = fileRoute("/api/export/samples", "Meter samples as a file", sampleFilterShape);

/** Any query as a file, in bounded memory. */
export function exportRoutes(parts: ApiParts): OpenAPIHono {
  const { store } = parts;
  return routes()
    .openapi(frames, (c) => {
      const { format, ...query } = c.req.valid("query");
      return download(parts, "frames", format, () =>
        exportFrames(store.frames.stream(frameQuery(query)), format),
      );
    })
    .openapi(transactions, (c) => {
      const { format, ...query } = c.req.valid("query");
      return download(parts, "transactions", format, () =>
        exportTransactions(store.transactions.stream(ofStations(query)), format),
      );
    })
    .openapi(samples, (c) => {
      const { format, ...query } = c.req.valid("query");
      return download(parts, "samples", format, () =>
        exportSamples(store.samples.stream(sampleQuery(query)), format),
      );
    });
}

/** Opens the file when what was recorded so far is in the store. */
async function download(
  parts: ApiParts,
  subject: string,
  form: ExportFormat,
  open: () => AsyncIterable<string>,
): Promise<Response> {
  const waiting = await recent(parts.journal);
  const day = new Date(parts.now()).toISOString().slice(0, 19).replaceAll(":", "");
  return new Response(pulled(encoded(open(), parts.report)), {
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
