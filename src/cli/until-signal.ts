const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Resolves at the first signal that asks to end. A second one ends the process at once, with the code shells use. */
export function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of signals) {
      process.on(signal, () => {
        if (asked) process.exit(signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : 129);
        asked = true;
        resolve(signal);
      });
    }
  });
}
