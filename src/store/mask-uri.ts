const mask = "********";

/** Options of a connection string that carry no secret and help to understand what is meant. */
const harmless = new Set(
  (
    "appName authMechanism authSource compressors connectTimeoutMS directConnection journal loadBalanced maxPoolSize " +
    "minPoolSize readConcernLevel readPreference replicaSet retryReads retryWrites serverSelectionTimeoutMS " +
    "socketTimeoutMS ssl tls tlsAllowInvalidCertificates tlsAllowInvalidHostnames tlsCAFile tlsCertificateKeyFile " +
    "tlsInsecure w wtimeoutMS"
  )
    .toLowerCase()
    .split(" "),
);

/** True for what looks like a MongoDB connection string. */
export function isMongoUri(text: string): boolean {
  return /^mongodb(\+srv)?:\/\//.test(text);
}

/**
 * True for an address that is no MongoDB connection string, and for one that is mistyped: no folder has such a name, though
 * one of that name could be made.
 */
export function isOtherUri(text: string): boolean {
  return !isMongoUri(text) && (/^[a-z][a-z\d+.-]*:\/\//i.test(text) || /^mongo(db)?(\+srv)?:/i.test(text));
}

/** A connection string as it may be shown: without password, and without options that could hold a secret. */
export function maskUri(uri: string): string {
  const scheme = /^mongodb(\+srv)?:\/\//.exec(uri)?.[0];
  if (scheme === undefined) return mask;
  const rest = uri.slice(scheme.length);
  // A password with an unescaped @, / or ? is wrong but must not be shown either: all up to the last @ counts as secret.
  const at = rest.lastIndexOf("@");
  const [user = "", ...password] = rest.slice(0, Math.max(0, at)).split(":");
  const name = /^[^/?#@]+$/.test(user) ? user : mask;
  const who = at === -1 ? "" : `${name}${password.length > 0 ? `:${mask}` : ""}@`;
  const where = rest.slice(at + 1);
  const cut = where.indexOf("?");
  if (cut === -1) return scheme + who + where;
  const options = where
    .slice(cut + 1)
    .split("&")
    .map((option) => {
      const [key = ""] = option.split("=");
      return harmless.has(key.toLowerCase()) ? option : `${key}=${mask}`;
    });
  return `${scheme}${who}${where.slice(0, cut)}?${options.join("&")}`;
}

/** The database that a connection string names, or ours. */
export function databaseOf(uri: string): string {
  const path = /^mongodb(?:\+srv)?:\/\/[^/?]*\/([^?]+)/.exec(uri)?.[1];
  return path === undefined ? "stationmaster" : decodeURIComponent(path);
}
