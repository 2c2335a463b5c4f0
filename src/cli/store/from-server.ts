import { z } from "zod";
import { backupKeyHeader } from "../../api/backup.ts";
import { waitingHeader } from "../../api/recent.ts";
import { readServerNote } from "../../server/server-note.ts";
import { StartError } from "../../server/start-error.ts";
import type { FindingRow, RunRow } from "../../store/rows.ts";
import type { StoreStatus } from "../../store/status.ts";

const problemSchema = z.object({ error: z.object({ message: z.string() }) });

/** Asks the server that runs on a data folder about its store. `locked`: why the folder itself could not be opened. */
export async function statusFromServer(
  folder: string,
  token: string | null,
  locked: Error,
): Promise<StoreStatus> {
  const response = await ask(folder, "api/store", token, locked);
  return (await response.json()) as StoreStatus;
}

/**
 * A backup from the server that runs on a data folder, compressed. `missing` is told how many records wait for the store
 * there, and so may not be in it.
 */
export async function* backupFromServer(
  folder: string,
  token: string | null,
  locked: Error,
  missing: (records: number) => void,
): AsyncGenerator<Uint8Array> {
  const response = await ask(folder, "api/backup", token, locked);
  if (response.body === null) throw new StartError(`The server on ${folder} gave no backup.`);
  missing(Number(response.headers.get(waitingHeader) ?? 0));
  try {
    for await (const chunk of response.body) yield chunk;
  } catch (error) {
    throw new StartError(`The server on ${folder} broke the backup off, its log says why: ${reason(error)}`);
  }
}

/**
 * Gives an audit to the server that runs on a data folder, or without one (null) asks whether it would take one. Returns the
 * server's address.
 */
export async function keepAtServer(
  folder: string,
  token: string | null,
  locked: Error,
  kept: { run: RunRow; findings: FindingRow[] } | null,
): Promise<string> {
  const response =
    kept === null
      ? await ask(folder, "api/runs?limit=1", token, locked)
      : await ask(folder, "api/runs", token, locked, kept);
  await response.arrayBuffer();
  return new URL(response.url).origin;
}

/** `body`: sent as JSON with POST. */
async function ask(
  folder: string,
  path: string,
  token: string | null,
  locked: Error,
  body?: object,
): Promise<Response> {
  const note = readServerNote(folder);
  if (note === null) throw new StartError(locked.message);
  const headers: Record<string, string> = {};
  if (note.key !== null) headers[backupKeyHeader] = note.key;
  if (token !== null) headers["authorization"] = `Bearer ${token}`;
  let response: Response;
  try {
    const url = new URL(path, `${note.url}/`);
    if (body === undefined) response = await fetch(url, { headers });
    else {
      headers["content-type"] = "application/json";
      response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
    }
  } catch (error) {
    throw new StartError(`${locked.message} It does not answer at ${note.url}: ${reason(error)}`);
  }
  if (response.ok) return response;
  if (response.status === 401) {
    throw new StartError(
      `The server ${note.url} needs its token: give it with --token or STATIONMASTER_TOKEN.`,
    );
  }
  throw new StartError(
    `The server ${note.url} refused (${response.status}): ${problemIn(await response.text())}`,
  );
}

/** The words of the API's own problem; any other answer as it is. */
function problemIn(text: string): string {
  try {
    return problemSchema.parse(JSON.parse(text)).error.message;
  } catch {
    return text.slice(0, 500);
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
