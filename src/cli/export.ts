import { recordKinds } from "../frames/frame.ts";
import { frameFilter } from "../api/schema/frame.ts";
import { sampleFilter, transactionFilter } from "../api/schema/recorded.ts";
import { badRequest } from "../input/bad-request.ts";
import { exportFormats } from "../journal/export/format.ts";
import type { Command } from "./command.ts";
import type { Flag, Parsed } from "./flags.ts";
import { settingsOf } from "./settings-flags.ts";
import { configuredHome, homeFlags } from "./store/home.ts";
import { UsageError } from "./usage-error.ts";
import type { ExportRequest } from "./write-export.ts";

export const subjects = ["frames", "transactions", "samples"] as const;
type Subject = ExportRequest["subject"];

/** A filter, the parameter of the API it stands for, and the subjects that know it. */
interface Filter {
  flag: Flag;
  parameter: string;
  subjects: readonly Subject[];
}

const filters: readonly Filter[] = [
  filter("station", "station", "Only this station.", "id", subjects, { repeatable: true }),
  filter("from", "from", "From this moment: ISO 8601 or epoch milliseconds.", "moment", subjects),
  filter("to", "to", "Before this moment.", "moment", subjects),
  filter("action", "action", "Only this action.", "name", ["frames"], { repeatable: true }),
  filter("direction", "direction", "Seen from the station.", "in|out", ["frames"], {
    allowed: ["in", "out"],
  }),
  filter("kind", "kind", "Only this kind.", "kind", ["frames"], { repeatable: true, allowed: recordKinds }),
  filter("connection", "connection", "Only this connection.", "id", ["frames"]),
  filter("message-id", "messageId", "Only this message id.", "id", ["frames"]),
  filter("errors", "errors", "Only what went wrong.", "true|false", ["frames"], {
    allowed: ["true", "false"],
  }),
  filter("text", "text", "Words the raw text contains.", "words", ["frames"]),
  filter("after", "after", "Only frames recorded after this one.", "id", ["frames"]),
  filter("transaction-id", "transactionId", "Only this transaction.", "id", ["transactions"]),
  filter(
    "active",
    "active",
    "Only running ones (true), only ended ones (false).",
    "true|false",
    ["transactions"],
    {
      allowed: ["true", "false"],
    },
  ),
  filter("transaction-key", "transactionKey", "Only this transaction.", "key", ["samples"]),
  filter("measurand", "measurand", "Only this measurand.", "name", ["samples"], { repeatable: true }),
];

export const exportCommand: Command = {
  positionals: [{ name: "subject", text: `One of ${subjects.join(", ")}.`, required: true }],
  flags: [
    { name: "format", text: "json unless given.", hint: "format", allowed: exportFormats },
    { name: "out", text: "File to write; standard output unless given.", hint: "file" },
    { name: "server", text: "Export from this running server.", hint: "url" },
    ...filters.map((each) => each.flag),
    ...homeFlags,
  ],
  more:
    "Without --server the store of the settings is read: the data folder (--data) or a MongoDB. While a server runs on the data\n" +
    "folder it alone may open it; then the export goes through that server, with the token of the settings. Secrets are masked\n" +
    "either way.",
  async run(parsed) {
    const settings = settingsOf(parsed);
    const { token } = settings.config.server;
    const request = exportRequest(parsed);
    const { exportFromHome, exportFromServer } = await import("./write-export.ts");
    const server = parsed.values.get("server")?.[0];
    const out = parsed.values.get("out")?.[0] ?? null;
    if (server === undefined) await exportFromHome(request, configuredHome(settings), token, out);
    else await exportFromServer(request, serverUrl(server), token, out);
    return 0;
  },
};

/** The command line as a request. Throws UsageError. */
export function exportRequest(parsed: Parsed): ExportRequest {
  const [word] = parsed.positionals;
  const subject = subjects.find((known) => known === word);
  if (subject === undefined) {
    const given = word === undefined ? "say what to export." : `there is no export of "${word}".`;
    throw new UsageError(`${given} Allowed: ${subjects.join(", ")}.`);
  }
  const query: ExportRequest["query"] = {};
  for (const { flag, parameter, subjects: known } of filters) {
    const values = parsed.values.get(flag.name);
    if (values === undefined) continue;
    if (!known.includes(subject)) {
      throw new UsageError(`flag --${flag.name} is not for ${subject}, only for ${known.join(", ")}.`);
    }
    query[parameter] = flag.repeatable === true ? values : (values[0] ?? "");
  }
  const checked = schemaOf(subject).safeParse(query);
  if (!checked.success) {
    const problem = badRequest("query", checked.error.issues);
    const flag = filters.find(({ parameter }) => parameter === problem.field)?.flag.name;
    throw new UsageError(problem.message.replace(/^Parameter "[^"]*"/, `flag --${flag ?? problem.field}`));
  }
  const format = exportFormats.find((known) => known === parsed.values.get("format")?.[0]) ?? "json";
  return { subject, format, query };
}

function schemaOf(subject: Subject) {
  return subject === "frames" ? frameFilter : subject === "transactions" ? transactionFilter : sampleFilter;
}

function serverUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
    throw new UsageError(`flag --server: "${text}" is not possible. Allowed: an http:// or https:// URL.`);
  }
  return url.href;
}

function filter(
  name: string,
  parameter: string,
  text: string,
  hint: string,
  known: readonly Subject[],
  more: Partial<Flag> = {},
): Filter {
  return { flag: { name, text, hint, ...more }, parameter, subjects: known };
}
