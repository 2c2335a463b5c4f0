/**
 * The URL that a station connects to: the identity takes the place of `{station}`, or becomes the last segment of the
 * path; percent-encoded, the query kept (OCPP-J 1.6 §3.1.1, Part 4 §3.1.1). Text when it cannot be built.
 */
export function connectionUrl(template: string, identity: string): URL | { problem: string } {
  if (identity === "" || identity === "." || identity === "..") {
    return { problem: `“${identity}” cannot be a station's identity, a URL cannot carry it.` };
  }
  const encoded = encodeURIComponent(identity.toWellFormed());
  const placed = template.includes("{station}");
  const url = URL.parse(placed ? template.replaceAll("{station}", encoded) : template);
  if (url === null) return { problem: `“${template}” is not a URL. It should look like wss://host/ocpp.` };
  if (url.protocol !== "ws:" && url.protocol !== "wss:") {
    return { problem: `The URL begins with ${url.protocol}//, a CSMS is reached by ws:// or wss://.` };
  }
  url.hash = "";
  if (!placed) url.pathname = `${url.pathname.replace(/\/+$/, "")}/${encoded}`;
  return url;
}

/** The URL as it may be shown and recorded: without user name and password. */
export function shownUrl(url: URL): string {
  const shown = new URL(url);
  shown.username = "";
  shown.password = "";
  return shown.href;
}
