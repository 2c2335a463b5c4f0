import { constants } from "node:os";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Tells of the first signal that asks to end. A second one ends the process at once, with the code shells use. Returns how to
 * listen no more.
 */
export function onSignal(tell: (signal: NodeJS.Signals) => void): () => void {
  let asked = false;
  const heard = (signal: NodeJS.Signals): void => {
    if (asked) process.exit(128 + constants.signals[signal]);
    asked = true;
    tell(signal);
  };
  for (const signal of signals) process.on(signal, heard);
  return () => {
    for (const signal of signals) process.off(signal, heard);
  };
}

/** Resolves at the first such signal. */
export function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => void onSignal(resolve));
}
