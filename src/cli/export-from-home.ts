import { frameQuery, sampleQuery, transactionQuery } from "../api/queries.ts";
import { frameFilter } from "../api/schema/frame.ts";
import { sampleFilter, transactionFilter } from "../api/schema/recorded.ts";
import { exportFrames } from "../journal/export/frames.ts";
import { exportSamples } from "../journal/export/samples.ts";
import { exportTransactions } from "../journal/export/transactions.ts";
import { waitingInSpool } from "../journal/waiting-in-spool.ts";
import { commandIdentity } from "../server/identity.ts";
import { readServerNote } from "../server/server-note.ts";
import { StartError } from "../server/start-error.ts";
import { messages, spoolOf } from "./store/refuse-spooled.ts";
import { StoreOpenError } from "../store/open-error.ts";
import { openStore } from "../store/open.ts";
import type { HomeChoice } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { exportFromServer } from "./export-from-server.ts";
import type { ExportRequest } from "./export.ts";
import { hasData, toldOnStderr } from "./store/home.ts";

/**
 * Reads the store that the settings name; the embedded one through the server that runs on its folder, if one does. Throws
 * StartError and StoreOpenError when it cannot be read.
 */
export async function* exportFromHome(
  request: ExportRequest,
  choice: HomeChoice,
  token: string | null,
): AsyncGenerator<string | Uint8Array> {
  if (!hasData(choice)) {
    const folder = choice.kind === "embedded" ? choice.folder : "";
    throw new StartError(`There is no Stationmaster data in ${folder}; name the folder with --data.`);
  }
  let store: Store;
  try {
    store = await openStore(choice, commandIdentity("export"), {
      command: true,
      look: true,
      tell: toldOnStderr,
    });
  } catch (error) {
    if (!(error instanceof StoreOpenError) || choice.kind !== "embedded" || error.reason !== "in-use")
      throw error;
    const running = readServerNote(choice.folder);
    if (running === null) throw error;
    yield* exportFromServer(request, running.url, token);
    return;
  }
  try {
    if (choice.kind === "embedded") await tellSpooled(choice.folder, store);
    yield* chunks(store, request);
  } finally {
    await store.close();
  }
}

/** What waits in the spool was recorded, but is not in the store yet. */
async function tellSpooled(folder: string, store: Store): Promise<void> {
  const { records } = await waitingInSpool(spoolOf(folder), store);
  if (records === 0) return;
  toldOnStderr(
    `${messages(records)} that were recorded wait in ${spoolOf(folder)} and are not in this export: they come into the store ` +
      "when a server works on this data folder.",
  );
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
