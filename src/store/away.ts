import { hasCode } from "../error-text.ts";

const names =
  /^Mongo(Network|NetworkTimeout|ServerSelection|ServerClosed|PoolCleared|PoolClosed|TopologyClosed|NotConnected)Error$/;

/** Of a server that is starting, stopping, or changing its part. */
const codes = [6, 7, 89, 91, 133, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436];

/** The driver passes some errors of sockets on as they are. */
const socketCodes = ["EPIPE", "ECONNRESET", "ECONNREFUSED", "ETIMEDOUT"];

/**
 * Whether an error says that the database cannot be reached, rather than that a question is wrong. Told by name and code: the
 * driver is loaded only where that home is used.
 */
export function isAway(error: unknown): boolean {
  return (
    error instanceof Error &&
    (names.test(error.name) || hasCode(error, ...codes) || hasCode(error, ...socketCodes))
  );
}
