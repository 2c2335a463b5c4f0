import { errorText } from "../error-text.ts";
/** Why the server cannot start, in words for the person who started it. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** What a failed `listen` means. `setting` names what to change. */
export function listenError(
  error: unknown,
  what: string,
  host: string,
  port: number,
  setting: string,
): StartError {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const where = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  switch (code) {
    case "EADDRINUSE":
      return new StartError(
        `${what} cannot listen on ${where}: the port is in use. Stop what uses it, or choose another with ${setting}.`,
      );
    case "EACCES":
      return new StartError(
        `${what} cannot listen on ${where}: this user may not use that port (${setting}).`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new StartError(
        `${what} cannot listen on ${where}: this machine has no such address (${setting}).`,
      );
    default:
      return new StartError(`${what} cannot listen on ${where}: ${errorText(error)}`);
  }
}
