/** What the station knows of its link. */
export interface LinkOfStation {
  link: {
    online: boolean;
    /** The operator cut the link; no reconnect until told. */
    held: boolean;
    /** Epoch ms since when there is no link. */
    lostAt: number;
    /** Failed attempts since the last success. */
    failures: number;
  };
}
