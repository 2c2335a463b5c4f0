import { grouped, type Tally } from "../validate/describe.ts";

/** Between two looks at the progress, ms. */
const interval = 250;

export interface Progress {
  /** Rewrites the line now and then. */
  show(tally: Tally): void;
  /** Takes the line away, before something else is printed. */
  clear(): void;
}

/** A line on the terminal that says how far it is; nothing where standard error is no terminal. */
export function createProgress(to: NodeJS.WriteStream = process.stderr, now = Date.now): Progress {
  if (!to.isTTY) return { show: () => {}, clear: () => {} };
  let next = now() + interval;
  let isShown = false;
  return {
    show({ lines, invalid }) {
      if (now() < next) return;
      next = now() + interval;
      isShown = true;
      to.write(`\r\u001b[K${grouped(lines)} lines, ${grouped(invalid)} wrong`);
    },
    clear() {
      if (isShown) to.write("\r\u001b[K");
      isShown = false;
    },
  };
}
