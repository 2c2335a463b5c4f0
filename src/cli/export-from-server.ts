import { StartError } from "../server/start-error.ts";
import type { ExportRequest } from "./export.ts";

/** Streams an export of a running server. Throws StartError when it does not answer, refuses, or breaks off. */
export async function* exportFromServer(
  { subject, format, query }: ExportRequest,
  server: string,
  token: string | null,
): AsyncGenerator<Uint8Array> {
  const url = new URL(`api/export/${subject}`, server.endsWith("/") ? server : `${server}/`);
  url.searchParams.set("format", format);
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) url.searchParams.append(name, each);
  }
  const response = await ask(url, token);
  if (!response.ok || response.body === null) throw new StartError(await refusal(response, server));
  try {
    for await (const chunk of response.body) yield chunk;
  } catch (error) {
    throw new StartError(`The server ${server} broke the export off: ${reason(error)}`);
  }
}

async function ask(url: URL, token: string | null): Promise<Response> {
  try {
    return await fetch(url, token === null ? {} : { headers: { Authorization: `Bearer ${token}` } });
  } catch (error) {
    throw new StartError(`The server ${url.origin} cannot be reached: ${reason(error)}`);
  }
}

async function refusal(response: Response, server: string): Promise<string> {
  if (response.status === 401) {
    return `The server ${server} needs its token: give it with --token or STATIONMASTER_TOKEN.`;
  }
  const text = (await response.text()).slice(0, 500);
  return `The server ${server} refused the export (${response.status}): ${text}`;
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
