import { createReadStream } from "node:fs";
import { dialects } from "../../protocol/dialect.ts";
import { StartError } from "../server/start-error.ts";
import { describeIssue, grouped, Tally } from "../validate/describe.ts";
import { judgeStream } from "../validate/judge-stream.ts";
import type { Verdict } from "../validate/verdict.ts";
import type { Command } from "./command.ts";
import { printed } from "./output.ts";
import { createProgress } from "./progress.ts";
import { UsageError } from "./usage-error.ts";

export const validateCommand: Command = {
  positionals: [{ name: "file", text: "What to judge; standard input for - or nothing.", required: false }],
  flags: [
    {
      name: "dialect",
      text: "Of lines that do not say it themselves; frames of OCPP-J never do.",
      hint: "dialect",
      allowed: dialects,
    },
    { name: "json", text: "Print one JSON object per line of input." },
    { name: "lenient", text: "Envelopes: what is seen in the field and leaves no doubt is a warning." },
  ],
  more:
    "Each line of the input is one of: a message { dialect, action, kind: request|response, payload }, a frame of OCPP-J, a\n" +
    "row of an export of frames, a SOAP envelope. A file that begins with an envelope over several lines is that envelope.\n" +
    "Answers in frames are judged by the request before them that has their message id.\n" +
    "Exit code 1: an error was found. Warnings alone end with 0.",
  async run({ positionals, values }) {
    const [file = "-"] = positionals;
    const source = file === "-" ? "stdin" : file;
    const dialect = dialects.find((known) => known === values.get("dialect")?.[0]);
    const write = values.has("json") ? asJson : asText(source);
    const tally = new Tally();
    const progress = createProgress();
    const pieces = readable(file);
    try {
      for await (const verdicts of judgeStream(pieces, { dialect, lenient: values.has("lenient") })) {
        let text = "";
        for (const verdict of verdicts) {
          if ("kind" in verdict) {
            await printed(text);
            throw new UsageError(
              `${source}:${verdict.line} is ${verdict.what}: say with --dialect what is spoken. Allowed: ${dialects.join(", ")}.`,
            );
          }
          tally.add(verdict);
          text += write(verdict);
          if (text.length < pieceSize) continue;
          progress.clear();
          await printed(text);
          text = "";
        }
        if (text !== "") {
          progress.clear();
          await printed(text);
        }
        progress.show(() => `${grouped(tally.lines)} lines, ${grouped(tally.invalid)} wrong`);
      }
    } finally {
      progress.clear();
    }
    if (!values.has("json")) await printed(`${tally.summary()}.\n`);
    return tally.errors === 0 ? 0 : 1;
  },
};

/** Written at once, in characters; the rest waits until it is taken. */
const pieceSize = 64 * 1024;

const asJson = ({ line, valid, issues }: Verdict): string => `${JSON.stringify({ line, valid, issues })}\n`;

const asText =
  (source: string) =>
  (verdict: Verdict): string =>
    verdict.issues.map((issue) => `${describeIssue(source, verdict, issue)}\n`).join("");

/** A file or standard input, piece by piece. Throws StartError when it cannot be read. */
async function* readable(file: string): AsyncGenerator<Uint8Array> {
  const stream = file === "-" ? process.stdin : createReadStream(file, { highWaterMark: 256 * 1024 });
  try {
    for await (const piece of stream) yield piece instanceof Uint8Array ? piece : Buffer.from(String(piece));
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    const reasons: { readonly [code: string]: string } = {
      ENOENT: "there is no such file",
      EISDIR: "it is a folder",
      EACCES: "access is denied",
    };
    const reason = reasons[String(error.code)] ?? error.message;
    throw new StartError(`${file === "-" ? "Standard input" : file} cannot be read: ${reason}.`);
  }
}
