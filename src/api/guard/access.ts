/** Who may talk to the server. */
export interface Access {
  /** Bound to a loopback address only. */
  loopback: boolean;
  /** Needed when set; always set beyond loopback. */
  token: string | null;
  /** Host names, besides the loopback ones, under which browsers may reach the server. */
  allowedHosts: readonly string[];
}

/** True for addresses and names that never leave the machine. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, "");
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name === "::1" ||
    name === "0:0:0:0:0:0:0:1" ||
    /^127(\.\d{1,3}){3}$/.test(name) ||
    /^::ffff:127(\.\d{1,3}){3}$/.test(name)
  );
}
