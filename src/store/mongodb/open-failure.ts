import {
  MongoCompatibilityError,
  MongoError,
  MongoMissingCredentialsError,
  MongoServerError,
  MongoServerSelectionError,
} from "mongodb";
import { errorText } from "../../error-text.ts";
import { maskUri } from "../mask-uri.ts";
import { StoreOpenError } from "../open-error.ts";
import type { StoreOpenReason } from "../open-error.ts";

const unauthorized = 13;
const authenticationFailed = new Set([18, 8000, 334]);

/** For a URI that the driver can't read. The driver's own words may hold parts of the password. */
export function badAddress(error: unknown, uri: string): StoreOpenError {
  return new StoreOpenError("bad-address", `This is no MongoDB URI: ${maskUri(uri)}. ${advice(error, uri)}`);
}

function advice(error: unknown, uri: string): string {
  if (!/^mongodb(\+srv)?:\/\//.test(uri))
    return "It must begin with mongodb:// or mongodb+srv://, as in mongodb://user:password@host:27017/stationmaster.";
  const authority = uri.replace(/^[^/]*\/\//, "");
  const user = authority.slice(0, Math.max(0, authority.lastIndexOf("@")));
  if (/[/?#[\]@\s]/.test(user) || user.split(":").length > 2 || /%(?![\da-f]{2})/i.test(user))
    return (
      "In the user's name and password these must be written with a percent sign: " +
      ": as %3A, / as %2F, ? as %3F, # as %23, [ as %5B, ] as %5D, @ as %40, % as %25."
    );
  return hide(errorText(error), uri);
}

/** Why a home could not be opened; what is no trouble with the server stays as it is. */
export function openFailure(error: unknown, uri: string): unknown {
  if (!(error instanceof MongoError) && !isDnsError(error)) return error;
  const at = maskUri(uri);
  const text = hide(errorText(error), uri);
  const fail = (reason: StoreOpenReason, message: string): StoreOpenError =>
    // Without the cause: its texts may show the URI.
    new StoreOpenError(reason, message);
  if (
    causesOf(error).some(
      (cause) => cause instanceof MongoCompatibilityError || /wire version/.test(cause.message),
    )
  ) {
    return fail(
      "too-old",
      `The server at ${at} is too old: ${text}. Stationmaster needs MongoDB 6.0 or newer.`,
    );
  }
  if (error instanceof MongoMissingCredentialsError) {
    return fail("bad-address", `${at} lacks the user or the password that its authMechanism needs: ${text}.`);
  }
  const server = serverError(error);
  if (server !== null && authenticationFailed.has(Number(server.code))) {
    return fail(
      "refused",
      `The server at ${at} refuses the user or the password (${hide(server.message, uri)}). ` +
        "Check both, and authSource: the database in which the user was created.",
    );
  }
  if (server !== null && Number(server.code) === unauthorized) return fail(...noRights(server, at, uri));
  if (error instanceof MongoServerSelectionError || !(error instanceof MongoServerError))
    return fail(...unreachable(error, at, text));
  return error;
}

function noRights(error: MongoServerError, at: string, uri: string): [StoreOpenReason, string] {
  const text = hide(error.message, uri);
  if (/requires authentication|not logged in|unauthenticated/i.test(text)) {
    return [
      "refused",
      `The server at ${at} wants a user and a password (${text}). Name them in the URI: mongodb://user:password@host/…`,
    ];
  }
  const action = /execute command (?:\{ ?|\(action: )(\w+)/.exec(text)?.[1];
  return [
    "no-rights",
    `The user has no right ${action === undefined ? "" : `to "${action}" `}on the server at ${at} (${text.slice(0, 300)}). ` +
      'Give it the roles "readWrite" and "dbAdmin" on the database.',
  ];
}

/** Server selection hides what each server said. */
function unreachable(error: unknown, at: string, text: string): [StoreOpenReason, string] {
  const causes = causesOf(error);
  const codes = causes.map((cause) => ("code" in cause ? String(cause.code) : ""));
  const all = [text, ...causes.map((cause) => cause.message)].join(" ");
  const has = (pattern: RegExp): boolean => codes.some((code) => pattern.test(code)) || pattern.test(all);
  const say = (what: string): [StoreOpenReason, string] => [
    "unreachable",
    `No MongoDB server at ${at}: ${what}`,
  ];
  if (has(/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO|SSL routines|tlsv1|alert/)) {
    return say(
      `the TLS handshake failed (${shortest(causes, text)}). Check tls=true, tlsCAFile, and the names in the server's certificate.`,
    );
  }
  if (has(/ENOTFOUND|EAI_AGAIN|ENODATA|ESERVFAIL|querySrv|queryTxt/))
    return say(`its name is not known (${shortest(causes, text)}). Check the host's name.`);
  if (has(/ECONNREFUSED/)) return say("the connection is refused. Check host and port, and that it runs.");
  if (isPrimaryMissing(error)) {
    return [
      "read-only",
      `The replica set at ${at} has no primary, so nothing can be written. Wait for one to be elected, or name its other members.`,
    ];
  }
  if (has(/closed|ECONNRESET|EPIPE|hang up/))
    return say("it closes the connection. A server that wants TLS needs tls=true in the URI.");
  return say(`no answer within the time (${shortest(causes, text)}). Check host, port and firewall.`);
}

function isPrimaryMissing(error: unknown): boolean {
  if (!(error instanceof MongoServerSelectionError)) return false;
  const type: unknown = error.reason?.type;
  return type === "ReplicaSetNoPrimary";
}

function causesOf(error: unknown): Error[] {
  const found: Error[] = [];
  const add = (cause: unknown): void => {
    if (!(cause instanceof Error) || found.includes(cause)) return;
    found.push(cause);
    add(cause.cause);
  };
  add(error);
  if (error instanceof MongoServerSelectionError)
    for (const server of error.reason?.servers?.values() ?? []) add(server.error);
  return found;
}

function serverError(error: unknown): MongoServerError | null {
  return causesOf(error).find((cause) => cause instanceof MongoServerError) ?? null;
}

function isDnsError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && /^query|^getaddrinfo/.test(String(error.syscall));
}

function shortest(causes: readonly Error[], text: string): string {
  return causes.map(({ message }) => message).findLast((message) => message !== "") ?? text;
}

/** The text without the password, should it be in there. */
function hide(text: string, uri: string): string {
  const authority = uri.replace(/^[^/]*\/\//, "");
  const user = authority.slice(0, Math.max(0, authority.lastIndexOf("@")));
  const password = user.slice(user.indexOf(":") + 1);
  if (!user.includes(":") || password === "") return text;
  let hidden = text.replaceAll(password, "********");
  try {
    hidden = hidden.replaceAll(decodeURIComponent(password), "********");
  } catch {
    // Not well escaped: then nothing has decoded it either.
  }
  return hidden;
}
