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
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const where = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  const noAddress = `this machine has no such address (${setting}).`;
  const reasons: { readonly [code: string]: string } = {
    EADDRINUSE: `the port is in use. Stop what uses it, or choose another with ${setting}.`,
    EACCES: `this user may not use that port (${setting}).`,
    EADDRNOTAVAIL: noAddress,
    ENOTFOUND: noAddress,
  };
  return new StartError(`${what} cannot listen on ${where}: ${reasons[code] ?? errorText(error)}`);
}
