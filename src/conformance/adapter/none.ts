import type { CsmsAdapter } from "./adapter.ts";

/** Nobody is there to ask, as in CI. */
export const noAdapter: CsmsAdapter = {
  name: "none",
  cause: (_station, ask) =>
    Promise.resolve(
      `The CSMS would have to send ${ask.action}, and nobody can cause that: run the audit in a terminal (--adapter manual).`,
    ),
  arrangeBoot: (_station, statuses) =>
    Promise.resolve(
      `The CSMS would have to answer the next boot with ${statuses.join(", then ")}, and nobody can arrange that: ` +
        "run the audit in a terminal (--adapter manual).",
    ),
};
