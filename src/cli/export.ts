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

const yesOrNo = { hint: "true|false", allowed: ["true", "false"] };

/** Flags that filter, and the subjects that know them; each stands for the API's parameter of that name. */
const filters: readonly (Flag & { subjects: readonly Subject[] })[] = [
  { name: "station", text: "Only this station.", hint: "id", repeatable: true, subjects },
  { name: "from", text: "From this moment: ISO 8601 or epoch milliseconds.", hint: "moment", subjects },
  { name: "to", text: "Before this moment.", hint: "moment", subjects },
  { name: "action", text: "Only this action.", hint: "name", repeatable: true, subjects: ["frames"] },
  {
    name: "direction",
    text: "Seen from the station.",
    hint: "in|out",
    allowed: ["in", "out"],
    subjects: ["frames"],
  },
  {
    name: "kind",
    text: "Only this kind.",
    hint: "kind",
    repeatable: true,
    allowed: recordKinds,
    subjects: ["frames"],
  },
  { name: "connection", text: "Only this connection.", hint: "id", subjects: ["frames"] },
  { name: "message-id", text: "Only this message id.", hint: "id", subjects: ["frames"] },
  { name: "errors", text: "Only what went wrong.", ...yesOrNo, subjects: ["frames"] },
  { name: "text", text: "Words the raw text contains.", hint: "words", subjects: ["frames"] },
  { name: "after", text: "Only frames recorded after this one.", hint: "id", subjects: ["frames"] },
  { name: "transaction-id", text: "Only this transaction.", hint: "id", subjects: ["transactions"] },
  {
    name: "active",
    text: "Only running ones (true), only ended ones (false).",
    ...yesOrNo,
    subjects: ["transactions"],
  },
  { name: "transaction-key", text: "Only this transaction.", hint: "key", subjects: ["samples"] },
  { name: "measurand", text: "Only this measurand.", hint: "name", repeatable: true, subjects: ["samples"] },
];

export const exportCommand: Command = {
  positionals: [{ name: "subject", text: `One of ${subjects.join(", ")}.`, required: true }],
  flags: [
    { name: "format", text: "json unless given.", hint: "format", allowed: exportFormats },
    { name: "out", text: "File to write; standard output unless given.", hint: "file" },
    { name: "server", text: "Export from this running server.", hint: "url" },
    ...filters,
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
  for (const { name, repeatable, subjects: known } of filters) {
    const values = parsed.values.get(name);
    if (values === undefined) continue;
    if (!known.includes(subject)) {
      throw new UsageError(`flag --${name} is not for ${subject}, only for ${known.join(", ")}.`);
    }
    query[parameterOf(name)] = repeatable === true ? values : (values[0] ?? "");
  }
  const checked = schemaOf(subject).safeParse(query);
  if (!checked.success) {
    const problem = badRequest("query", checked.error.issues);
    const flag = filters.find(({ name }) => parameterOf(name) === problem.field)?.name;
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

/** `message-id` of the command line is `messageId` in the API. */
function parameterOf(flag: string): string {
  return flag.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
