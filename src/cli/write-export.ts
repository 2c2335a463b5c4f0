import { frameQuery, ofStations, sampleQuery } from "../api/queries.ts";
import { frameFilter } from "../api/schema/frame.ts";
import { sampleFilter, transactionFilter } from "../api/schema/recorded.ts";
import type { exportFormats } from "../journal/export/format.ts";
import { exportFrames } from "../journal/export/frames.ts";
import { exportSamples } from "../journal/export/samples.ts";
import { exportTransactions } from "../journal/export/transactions.ts";
import { waitingInSpool } from "../journal/waiting-in-spool.ts";
import type { HomeChoice } from "../store/open.ts";
import type { Store } from "../store/store.ts";
import { askServer, piecesOf } from "./ask-server.ts";
import { writeOut } from "./export-output.ts";
import { orThroughServer, serverOn } from "./store/from-server.ts";
import { toldOnStderr, withHome } from "./store/home.ts";
import { messages, spoolOf } from "./store/spooled.ts";

/** What to export, in the words of the API's query. */
export interface ExportRequest {
  subject: "frames" | "transactions" | "samples";
  format: (typeof exportFormats)[number];
  query: Record<string, string | string[]>;
}

/**
 * Writes what the store has to a file, or to standard output (null); what the embedded one has through the server that runs
 * on its folder, if one does. Throws StartError and StoreOpenError when it cannot be read or written.
 */
export function exportFromHome(
  request: ExportRequest,
  choice: HomeChoice,
  token: string | null,
  out: string | null,
): Promise<void> {
  return orThroughServer(
    choice,
    token,
    () =>
      withHome(choice, "export", false, async ({ store }) => {
        if (choice.kind === "embedded") await tellSpooled(choice.folder, store);
        await writeOut(chunks(store, request), out);
      }),
    (served) => exportFromServer(request, serverOn(served).url, token, out),
  );
}

/** Writes what a running server has. Throws StartError when it does not answer, refuses, or breaks off. */
export async function exportFromServer(
  { subject, format, query }: ExportRequest,
  server: string,
  token: string | null,
  out: string | null,
): Promise<void> {
  const url = new URL(`api/export/${subject}`, server.endsWith("/") ? server : `${server}/`);
  url.searchParams.set("format", format);
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) url.searchParams.append(name, each);
  }
  await writeOut(piecesOf(await askServer(url, { token }), "export"), out);
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
    case "transactions":
      return exportTransactions(
        store.transactions.stream(ofStations(transactionFilter.parse(query))),
        format,
      );
    case "samples":
      return exportSamples(store.samples.stream(sampleQuery(sampleFilter.parse(query))), format);
  }
}
