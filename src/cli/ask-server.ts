import { z } from "zod";
import { errorText } from "../error-text.ts";
import { StartError } from "../server/start-error.ts";

const problemSchema = z.object({ error: z.object({ message: z.string() }) });

/** How a server is asked; `body` is sent as JSON with POST. */
export interface Asking {
  token: string | null;
  headers?: Record<string, string>;
  body?: object;
}

/** What a running server answers. Throws StartError when it refuses, or does not answer: `silent` begins what is said then. */
export async function askServer(
  url: URL,
  { token, headers = {}, body }: Asking,
  silent = `The server ${url.origin} cannot be reached:`,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, {
      headers: {
        ...headers,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new StartError(`${silent} ${reason(error)}`);
  }
  if (response.ok) return response;
  if (response.status === 401) {
    throw new StartError(
      `The server ${url.origin} needs its token: give it with --token or STATIONMASTER_TOKEN.`,
    );
  }
  const text = problemIn(await response.text());
  throw new StartError(`The server ${url.origin} refused (${response.status}): ${text}`);
}

/** What a server sends, piece by piece. Throws StartError when it breaks off. */
export async function* piecesOf(response: Response, what: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of response.body ?? []) yield piece;
  } catch (error) {
    const { origin } = new URL(response.url);
    throw new StartError(`The server ${origin} broke the ${what} off, its log says why: ${reason(error)}`);
  }
}

/** The words of the API's own problem; any other answer as it is. */
function problemIn(text: string): string {
  try {
    return problemSchema.parse(JSON.parse(text)).error.message;
  } catch {
    return text.slice(0, 500);
  }
}

/** `fetch` says why only in the cause of its error. */
function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
  return cause === "" ? errorText(error) : cause;
}
