// Loaded into the product before anything else (`--import`): notes when its event loop or its threads had to wait, so that
// the harness can tell a machine that did not let the process run from a process that was late by itself.
import { fstat, openSync, writeSync } from "node:fs";

/** How often it looks, ms. */
const interval = 5;
/** Waits that are noted, ms. */
const least = 3;

const file = process.env["TORTURE_HELD_UP"];
if (file !== undefined) {
  const waits = openSync(file, "a");
  const beat = openSync(`${file}.beat`, "w");
  let asked: number | null = null;
  let last = Date.now();
  const note = (from: number, to: number): void => {
    if (to - from >= least) writeSync(waits, `${from} ${to}\n`);
  };
  setInterval(() => {
    const now = Date.now();
    note(last + interval, now);
    last = now;
    // What is under way when the process is killed; of one length, so that it is written over whole.
    writeSync(beat, `${now} ${asked ?? now}`.padEnd(40), 0);
    if (asked !== null) return;
    asked = now;
    fstat(beat, () => {
      note(now, Date.now());
      asked = null;
    });
  }, interval).unref();
}
