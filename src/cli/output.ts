/** Writes to standard output and waits until it is taken; a reader that has gone ends the wait, quietly. */
export function printed(text: string, to: NodeJS.WritableStream = process.stdout): Promise<void> {
  return new Promise((resolve) => {
    to.write(text, () => resolve());
  });
}

/**
 * `| head` closes its end early: that is the reader's right and no error. Whatever else is wrong with standard output
 * ends the process as "could not run".
 */
export function endQuietlyOnBrokenPipe(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    process.stderr.write(`stationmaster: standard output cannot be written: ${error.message}\n`);
    process.exit(3);
  });
  process.stderr.on("error", () => {});
}
