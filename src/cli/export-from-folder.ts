import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { frameQuery, sampleQuery, transactionQuery } from "../api/queries.ts";
import { frameFilter } from "../api/schema/frame.ts";
import { sampleFilter, transactionFilter } from "../api/schema/recorded.ts";
import { exportFrames } from "../journal/export/frames.ts";
import { exportSamples } from "../journal/export/samples.ts";
import { exportTransactions } from "../journal/export/transactions.ts";
import { readServerNote } from "../server/server-note.ts";
import { StartError } from "../server/start-error.ts";
import { StoreOpenError } from "../store/open-error.ts";
import { openEmbeddedStore } from "../store/embedded/open.ts";
import type { Store } from "../store/store.ts";
import { exportFromServer } from "./export-from-server.ts";
import type { ExportRequest } from "./export.ts";

/** Reads a data folder; through the server that runs on it, if one does. Throws StartError when it cannot be read. */
export async function* exportFromFolder(
  request: ExportRequest,
  settings: { data: string; token: string | null },
): AsyncGenerator<string | Uint8Array> {
  const folder = resolve(settings.data);
  if (!existsSync(join(folder, "stationmaster.db"))) {
    throw new StartError(`There is no Stationmaster data in ${folder}; name the folder with --data.`);
  }
  let store: Store;
  try {
    store = await openEmbeddedStore(folder);
  } catch (error) {
    if (!(error instanceof StoreOpenError)) throw error;
    const running = error.reason === "in-use" ? readServerNote(folder) : null;
    if (running === null) throw new StartError(error.message);
    yield* exportFromServer(request, running.url, settings.token);
    return;
  }
  try {
    yield* chunks(store, request);
  } finally {
    await store.close();
  }
}

function chunks(store: Store, { subject, format, query }: ExportRequest): AsyncIterable<string> {
  switch (subject) {
    case "frames":
      return exportFrames(store.frames.stream(frameQuery(frameFilter.parse(query))), format);
    case "transactions": {
      const asked = transactionQuery(transactionFilter.parse(query));
      return exportTransactions(store.transactions.stream(asked), format);
    }
    case "samples":
      return exportSamples(store.samples.stream(sampleQuery(sampleFilter.parse(query))), format);
  }
}
