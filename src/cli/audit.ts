import { auditableDialects } from "../conformance/select.ts";
import { readFileSync } from "node:fs";
import { adapterNames, reportFormats, runAuditCommand } from "../conformance/command.ts";
import type { AuditCommandOptions } from "../conformance/command.ts";
import { errorText } from "../error-text.ts";
import type { Command } from "./command.ts";
import type { Parsed } from "./flags.ts";
import { settingsOf } from "./settings-flags.ts";
import { configuredHome, homeFlags } from "./store/home.ts";
import { UsageError } from "./usage-error.ts";

const auditable = auditableDialects();

export const auditCommand: Command = {
  positionals: [
    {
      name: "target",
      text: "ws:// or wss:// URL of the CSMS, which may carry {station}; or the word sandbox.",
      required: true,
    },
  ],
  flags: [
    { name: "dialect", text: "Required.", hint: "dialect", allowed: auditable },
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
  const dialect = auditable.find((known) => known === one("dialect"));
  if (dialect === undefined) {
    throw new UsageError(`flag --dialect is required. Allowed: ${auditable.join(", ")}.`);
  }
  const reports = one("report")?.split(",");
  const [timeout, ca] = [one("timeout"), one("ca")];
  return {
    target,
    dialect,
    station: one("station"),
    password: one("password"),
    cases: parsed.values.get("case")?.flatMap((ids) => ids.split(",")),
    report: reports && reportFormats.filter((format) => reports.includes(format)),
    out: one("out"),
    timeout: timeout === undefined ? undefined : seconds(timeout),
    adapter: adapterNames.find((name) => name === one("adapter")),
    ca: ca === undefined ? undefined : pemFile(ca),
    idToken: one("id-token"),
    invalidIdToken: one("invalid-id-token"),
    blockedIdToken: one("blocked-id-token"),
    expiredIdToken: one("expired-id-token"),
    idTokenType: one("id-token-type"),
    allowUntestable: parsed.values.has("allow-untestable"),
  };
}

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
    throw new UsageError(`flag --ca: the file cannot be read: ${errorText(error)}`);
  }
  if (!text.includes("-----BEGIN CERTIFICATE-----")) {
    throw new UsageError(`flag --ca: ${path} holds no PEM certificate (-----BEGIN CERTIFICATE-----).`);
  }
  return text;
}
