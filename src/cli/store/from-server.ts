import { backupKeyHeader } from "../../api/backup.ts";
import { waitingHeader } from "../../api/recent.ts";
import { readServerNote } from "../../server/server-note.ts";
import type { ServerNote } from "../../server/server-note.ts";
import { StartError } from "../../server/start-error.ts";
import { StoreOpenError } from "../../store/open-error.ts";
import type { HomeChoice } from "../../store/open.ts";
import type { FindingRow, RunRow } from "../../store/rows.ts";
import type { StoreStatus } from "../../store/status.ts";
import { askServer, piecesOf } from "../ask-server.ts";

/** A data folder on which a server runs. */
export interface Served {
  folder: string;
  token: string | null;
  /** Why the folder itself could not be opened. */
  locked: StoreOpenError;
}

/** Does something with a store itself, or through the server that runs on the folder of an embedded one. */
export async function orThroughServer<T>(
  choice: HomeChoice,
  token: string | null,
  itself: () => Promise<T>,
  throughServer: (served: Served) => Promise<T>,
): Promise<T> {
  try {
    return await itself();
  } catch (error) {
    if (!(error instanceof StoreOpenError) || error.reason !== "in-use" || choice.kind !== "embedded")
      throw error;
    return await throughServer({ folder: choice.folder, token, locked: error });
  }
}

/** Where that server is. Throws StartError when it does not say so. */
export function serverOn({ folder, locked }: Served): ServerNote {
  const note = readServerNote(folder);
  if (note === null) throw new StartError(locked.message);
  return note;
}

/** What a server says of its store. */
export async function statusFromServer(served: Served): Promise<StoreStatus> {
  return (await (await ask(served, "api/store")).json()) as StoreStatus;
}

/** A backup, compressed. `missing` is told how many records wait for the store there, and so may not be in it. */
export async function* backupFromServer(
  served: Served,
  missing: (records: number) => void,
): AsyncGenerator<Uint8Array> {
  const response = await ask(served, "api/backup");
  missing(Number(response.headers.get(waitingHeader) ?? 0));
  yield* piecesOf(response, "backup");
}

/** Gives an audit to a server, or without one (null) asks whether it would take one. Returns the server's address. */
export async function keepAtServer(
  served: Served,
  kept: { run: RunRow; findings: FindingRow[] } | null,
): Promise<string> {
  const response = await (kept === null ? ask(served, "api/runs?limit=1") : ask(served, "api/runs", kept));
  await response.arrayBuffer();
  return new URL(response.url).origin;
}

function ask(served: Served, path: string, body?: object): Promise<Response> {
  const { url, key } = serverOn(served);
  return askServer(
    new URL(path, `${url}/`),
    {
      token: served.token,
      ...(key === null ? {} : { headers: { [backupKeyHeader]: key } }),
      ...(body === undefined ? {} : { body }),
    },
    `${served.locked.message} It does not answer at ${url}:`,
  );
}
