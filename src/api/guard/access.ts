/** Who may talk to the server. */
export interface Access {
  /** Bound to a loopback address only. */
  loopback: boolean;
  /** Needed when set; always set beyond loopback. */
  token: string | null;
  /** Host names, besides the loopback ones, under which browsers may reach the server. */
  allowedHosts: readonly string[];
}
