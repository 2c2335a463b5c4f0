import { Writable } from "node:stream";
import { pino } from "pino";
import type { Logger } from "pino";

export type Log = Logger;

/** Members that never reach the log, wherever they stand. */
const secrets = ["password", "token", "authorization", "cookie", "key", "uri"].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
]);

/** The log, on standard error. Written at once, so that the last words before an exit are not lost. */
export function createLog(options: {
  level: string;
  pretty: boolean | null;
  to?: NodeJS.WritableStream;
}): Log {
  const pretty = options.pretty ?? process.stderr.isTTY;
  const target = options.to ?? pino.destination({ dest: 2, sync: true });
  return pino(
    {
      level: options.level,
      redact: { paths: secrets, censor: "********" },
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    pretty ? readable(target) : target,
  );
}

function readable(target: { write(text: string): unknown }): Writable {
  return new Writable({
    decodeStrings: false,
    write(line: string, _encoding, done) {
      target.write(prettyLine(line));
      done();
    },
  });
}

/** `12:00:01 INFO  text  member=value` */
export function prettyLine(line: string): string {
  const entry: unknown = JSON.parse(line);
  if (typeof entry !== "object" || entry === null) return line;
  const { level, time, msg, err, ...rest } = entry as { [member: string]: unknown };
  const extra = Object.entries(rest).map(([name, value]) => `  ${name}=${JSON.stringify(value)}`);
  const trace = typeof err === "object" && err !== null && "stack" in err ? `\n${String(err.stack)}` : "";
  return `${String(time).slice(11, 19)} ${String(level).toUpperCase().padEnd(5)} ${typeof msg === "string" ? msg : ""}${extra.join("")}${trace}\n`;
}
