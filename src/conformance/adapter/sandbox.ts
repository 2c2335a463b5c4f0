import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { CsmsAdapter } from "./adapter.ts";

/** The built-in sandbox does as it is told. */
export function sandboxAdapter(sandbox: Pick<Sandbox, "send" | "answerBoot">): CsmsAdapter {
  return {
    name: "sandbox",
    cause(station, ask) {
      // Not awaited: the answer to it is the case's own business, and may never come.
      sandbox.send(station, ask.action, ask.payload).catch(() => undefined);
      return Promise.resolve(null);
    },
    arrangeBoot(station, statuses) {
      sandbox.answerBoot(station, [...statuses]);
      return Promise.resolve(null);
    },
  };
}
