import { readFileSync } from "node:fs";
import { playableDialects } from "../../protocol/dialect.ts";
import { adapterNames, reportFormats } from "../conformance/command.ts";
import type { AuditCommandOptions } from "../conformance/command.ts";
import type { Command } from "./command.ts";
import type { Parsed } from "./flags.ts";
import { settingsOf } from "./settings-flags.ts";
import { configuredHome, homeFlags } from "./store/home.ts";
import { UsageError } from "./usage-error.ts";

export const auditCommand: Command = {
  positionals: [
    {
      name: "target",
      text: "ws:// or wss:// URL of the CSMS, which may carry {station}; or the word sandbox.",
      required: true,
    },
  ],
  flags: [
    { name: "dialect", text: "Required.", hint: "dialect", allowed: playableDialects },
    { name: "station", text: "Identity of the station; STATIONMASTER unless given.", hint: "id" },
    { name: "password", text: "Basic auth.", hint: "text" },
    { name: "case", text: "Run only this case, by its official id.", hint: "id", repeatable: true },
    {
      name: "report",
      text: "Reports to write, separated by commas; all unless given.",
      hint: "html,json,junit",
      allowed: reportFormats,
      list: true,
    },
    { name: "out", text: "Folder of the reports; audit-report unless given.", hint: "folder" },
    { name: "timeout", text: "How long the CSMS may take for an answer; 10 unless given.", hint: "seconds" },
    { name: "id-token", text: "A token the CSMS accepts.", hint: "token" },
    { name: "invalid-id-token", text: "A token the CSMS does not know.", hint: "token" },
    { name: "blocked-id-token", text: "A token the CSMS has blocked.", hint: "token" },
    { name: "expired-id-token", text: "A token that has expired.", hint: "token" },
    {
      name: "id-token-type",
      text: "IdTokenEnumType of the tokens, 2.x; ISO14443 unless given.",
      hint: "type",
    },
    {
      name: "adapter",
      text: "Who causes the CSMS's own moves; auto unless given.",
      hint: "name",
      allowed: adapterNames,
    },
    { name: "ca", text: "PEM file of a certificate authority to trust besides the system's.", hint: "file" },
    { name: "allow-untestable", text: "Untestable cases do not spoil exit code 0." },
    {
      name: "keep",
      text: "Keep the run and its findings in the store of the settings; the same as naming one with --data, --store or --mongodb-uri.",
    },
    ...homeFlags,
  ],
  async run(parsed) {
    const options = auditOptions(parsed);
    if (["keep", "data", "store", "mongodb-uri"].some((name) => parsed.values.has(name))) {
      const { runKeeper } = await import("./keep-run.ts");
      const settings = settingsOf(parsed);
      options.keep = await runKeeper(configuredHome(settings), settings.config.server.token);
    }
    const { runAuditCommand } = await import("../conformance/command.ts");
    return await runAuditCommand(options);
  },
};

/** The command line as options of the audit. Throws UsageError. */
export function auditOptions(parsed: Parsed): AuditCommandOptions {
  const one = (name: string): string | undefined => parsed.values.get(name)?.[0];
  const target = parsed.positionals[0];
  if (target === undefined) {
    throw new UsageError("say what to audit: a ws:// or wss:// URL, or the word sandbox.");
  }
  const dialect = playableDialects.find((known) => known === one("dialect"));
  if (dialect === undefined) {
    throw new UsageError(`flag --dialect is required. Allowed: ${playableDialects.join(", ")}.`);
  }
  const options: AuditCommandOptions = { target, dialect };
  const station = one("station");
  if (station !== undefined) options.station = station;
  const password = one("password");
  if (password !== undefined) options.password = password;
  const cases = parsed.values.get("case");
  if (cases !== undefined) options.cases = cases.flatMap((ids) => ids.split(","));
  const report = one("report")?.split(",");
  if (report !== undefined) options.report = reportFormats.filter((format) => report.includes(format));
  const out = one("out");
  if (out !== undefined) options.out = out;
  const timeout = one("timeout");
  if (timeout !== undefined) options.timeout = seconds(timeout);
  const adapter = adapterNames.find((name) => name === one("adapter"));
  if (adapter !== undefined) options.adapter = adapter;
  const ca = one("ca");
  if (ca !== undefined) options.ca = pemFile(ca);
  if (parsed.values.has("allow-untestable")) options.allowUntestable = true;
  for (const [flag, member] of tokenFlags) {
    const token = one(flag);
    if (token !== undefined) options[member] = token;
  }
  return options;
}

const tokenFlags = [
  ["id-token", "idToken"],
  ["invalid-id-token", "invalidIdToken"],
  ["blocked-id-token", "blockedIdToken"],
  ["expired-id-token", "expiredIdToken"],
  ["id-token-type", "idTokenType"],
] as const;

function seconds(text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (value > 0 && value <= 3600) return value;
  throw new UsageError(`flag --timeout: "${text}" is not possible. Allowed: seconds above 0, at most 3600.`);
}

function pemFile(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`flag --ca: the file cannot be read: ${why}`);
  }
  if (!text.includes("-----BEGIN CERTIFICATE-----")) {
    throw new UsageError(`flag --ca: ${path} holds no PEM certificate (-----BEGIN CERTIFICATE-----).`);
  }
  return text;
}
