/** Between two looks at the progress, ms. */
const interval = 250;

export interface Progress {
  /** Rewrites the line now and then. */
  show(text: () => string): void;
  /** Takes the line away, before something else is printed. */
  clear(): void;
}

/** A line on the terminal that says how far it is; nothing where standard error is no terminal. */
export function createProgress(to: NodeJS.WriteStream = process.stderr, now = Date.now): Progress {
  if (!to.isTTY) return { show: () => {}, clear: () => {} };
  let next = now() + interval;
  let isShown = false;
  return {
    show(text) {
      if (now() < next) return;
      next = now() + interval;
      isShown = true;
      to.write(`\r\u001b[K${text()}`);
    },
    clear() {
      if (isShown) to.write("\r\u001b[K");
      isShown = false;
    },
  };
}
