import type { Dialect } from "../../protocol/dialect.ts";
import { defined } from "../defined.ts";
import { errorText } from "../error-text.ts";
import { manualAdapter } from "./adapter/manual.ts";
import { noAdapter } from "./adapter/none.ts";
import { CouldNotRun } from "./context/stop.ts";
import type { AuditOptions } from "./options.ts";
import { consoleReport, progressLine } from "./report/console.ts";
import type { AuditReport } from "./report/schema.ts";
import { oneLine } from "./report/text.ts";
import { writeReports } from "./report/write.ts";
import { runAudit } from "./runner.ts";
import { UsageError } from "./select.ts";
import { sandboxTokens, type AuditTokens } from "./tokens.ts";
import { exitCode } from "./verdict.ts";

export const reportFormats = ["html", "json", "junit"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const adapterNames = ["auto", "manual", "none"] as const;
export type AdapterName = (typeof adapterNames)[number];

/** What the command line says; everything that has a default may be left out. */
export interface AuditCommandOptions {
  /** `sandbox`, or a `ws://` or `wss://` URL, which may carry `{station}`. */
  target: string;
  /** One that has cases: `1.6J` or `2.0.1`. */
  dialect: Dialect;
  /** `--station`; default `STATIONMASTER`. */
  station?: string | undefined;
  /** `--password`; on the sandbox the station gets one by itself. */
  password?: string | undefined;
  /** `--case`, repeatable; official ids, suffix `_CSMS` and letter case do not matter. None: all. */
  cases?: readonly string[] | undefined;
  /** `--report`; default all three. */
  report?: readonly ReportFormat[] | undefined;
  /** `--out`; default `audit-report`. Made when missing. */
  out?: string | undefined;
  /** `--timeout`, seconds, fractions allowed: how long the CSMS may take for an answer. Default 10. */
  timeout?: number | undefined;
  /** `--allow-untestable` */
  allowUntestable?: boolean | undefined;
  /** `--id-token`: one that the CSMS accepts. */
  idToken?: string | undefined;
  /** `--invalid-id-token`: one that the CSMS does not know. */
  invalidIdToken?: string | undefined;
  /** `--blocked-id-token` */
  blockedIdToken?: string | undefined;
  /** `--expired-id-token` */
  expiredIdToken?: string | undefined;
  /** `--id-token-type`, IdTokenEnumType of 2.x; default `ISO14443`, on the sandbox `Central`. */
  idTokenType?: string | undefined;
  /** `--adapter`: who causes the CSMS's own moves, when it is not the sandbox. `auto` is `manual` in a terminal. */
  adapter?: AdapterName | undefined;
  /** `--ca`: PEM text (not the file's name) of the authority to trust besides the system's. */
  ca?: string | undefined;
  /** Takes the report when the others are written; returns what to say about it. */
  keep?: ((report: AuditReport) => Promise<string>) | undefined;
}

/** Where the command writes for people; the process's own streams unless a test gives others. */
export interface AuditCommandOutput {
  out(line: string): void;
  error(line: string): void;
}

const processOutput: AuditCommandOutput = {
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
};

/**
 * Runs an audit and writes its reports. Returns the exit code: 0 all passed, 1 the CSMS failed something, 2 wrong usage (a
 * case id that does not exist, an impossible URL), 3 it could not run or nothing could be said. Does not throw for expected
 * trouble.
 */
export async function runAuditCommand(
  options: AuditCommandOptions,
  output: AuditCommandOutput = processOutput,
): Promise<0 | 1 | 2 | 3> {
  try {
    const report = await runAudit(auditOptions(options, output));
    output.out("");
    for (const line of consoleReport(report)) output.out(line);
    const folder = options.out ?? "audit-report";
    const paths = await writeReports(report, folder, options.report ?? reportFormats);
    output.out(`Written: ${paths.join(", ")}`);
    if (options.keep !== undefined) output.out(await options.keep(report));
    return exitCode(report.summary, { allowUntestable: options.allowUntestable ?? false });
  } catch (thrown) {
    if (thrown instanceof UsageError) {
      output.error(oneLine(thrown.message, 2000));
      return 2;
    }
    const text = errorText(thrown);
    output.error(`The audit could not run. ${oneLine(text, 2000)}`);
    if (!(thrown instanceof CouldNotRun) && thrown instanceof Error && process.env["DEBUG"] !== undefined)
      output.error(thrown.stack ?? "");
    return 3;
  }
}

function auditOptions(options: AuditCommandOptions, output: AuditCommandOutput): AuditOptions {
  const { target, dialect, ca } = options;
  const sandbox = target === "sandbox";
  const password = options.password ?? (sandbox ? "sandbox-password-1" : undefined);
  return {
    target: sandbox ? "sandbox" : { url: checkedUrl(target) },
    dialect,
    station: options.station ?? "STATIONMASTER",
    ...defined({ password, ca, cases: options.cases }),
    tokens: tokens(options, sandbox),
    adapter: options.adapter === "none" ? noAdapter : manualAdapter(),
    timeout: options.timeout ?? 10,
    progress: (progress) => {
      const line = progressLine(progress);
      if (line !== null) output.out(line);
    },
  };
}

/** What is blocked or expired at a foreign CSMS nobody can guess; valid and unknown ones have names that are tried. */
function tokens(options: AuditCommandOptions, sandbox: boolean): AuditTokens {
  const known = sandbox
    ? sandboxTokens
    : { ...sandboxTokens, blocked: null, expired: null, type: "ISO14443" };
  return {
    valid: options.idToken ?? known.valid,
    validIsKnown: sandbox || options.idToken !== undefined,
    invalid: options.invalidIdToken ?? known.invalid,
    blocked: options.blockedIdToken ?? known.blocked,
    expired: options.expiredIdToken ?? known.expired,
    type: options.idTokenType ?? known.type,
  };
}

function checkedUrl(target: string): string {
  const url = URL.parse(target.replaceAll("{station}", "station"));
  if (url === null || (url.protocol !== "ws:" && url.protocol !== "wss:"))
    throw new UsageError(`“${target}” is not a CSMS. Give sandbox, or a URL like wss://host/ocpp.`);
  return target;
}
