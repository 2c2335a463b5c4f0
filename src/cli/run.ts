import { didYouMean } from "../text/suggest.ts";
import { StartError } from "../server/start-error.ts";
import { productVersion } from "../server/version.ts";
import { TransferError } from "../store/copy/transfer-error.ts";
import { StoreOpenError } from "../store/open-error.ts";
import { commandHelp, groupHelp, programHelp } from "./command.ts";
import type { CommandEntry, CommandGroup } from "./command.ts";
import { parseFlags } from "./flags.ts";
import { endQuietlyOnBrokenPipe, printed } from "./output.ts";
import { storeCommands } from "./store/commands.ts";
import { UsageError } from "./usage-error.ts";
import type { ExitCode } from "./exit-codes.ts";

const serve: CommandEntry = {
  name: "serve",
  text: "Start web app, API, stations and sandbox.",
  load: async () => (await import("./serve.ts")).serveCommand,
};

const commands: readonly CommandEntry[] = [
  serve,
  {
    name: "audit",
    text: "Judge a CSMS against the standard and write the report.",
    load: async () => (await import("./audit.ts")).auditCommand,
  },
  {
    name: "validate",
    text: "Judge messages, frames, exports or SOAP envelopes from a file.",
    load: async () => (await import("./validate.ts")).validateCommand,
  },
  {
    name: "export",
    text: "Write recorded frames, transactions or samples as a file.",
    load: async () => (await import("./export.ts")).exportCommand,
  },
  {
    name: "config",
    text: "Print the settings in force and where each comes from.",
    load: async () => (await import("./config.ts")).configCommand,
  },
  {
    name: "sandbox",
    text: "Start only the built-in CSMS, for stations of your own.",
    load: async () => (await import("./sandbox.ts")).sandboxCommand,
  },
];
const groups: readonly CommandGroup[] = [storeCommands];
const all = [...commands, ...groups];

/** Runs a command line and returns the exit code. Expected trouble is told on standard error, in one line if it can be. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  endQuietlyOnBrokenPipe();
  const [first] = args;
  const named = first !== undefined && !first.startsWith("-");
  const group = groups.find(({ name }) => named && name === first);
  const command =
    group === undefined ? (named ? commands.find(({ name }) => name === first) : serve) : within(group, args);
  const rest = named ? args.slice(group === undefined ? 1 : 2) : args;
  try {
    if (group !== undefined && command === undefined) {
      if (!asksFor(args, "--help", "-h")) throw unknownWithin(group, args[1]);
      await printed(await groupHelp(group));
      return 0;
    }
    if (command === undefined) throw unknownCommand(first ?? "");
    if (asksFor(rest, "--help", "-h")) {
      await printed(named ? await commandHelp(command) : await programHelp(all, productVersion()));
      return 0;
    }
    if (!named && asksFor(rest, "--version", "-v")) {
      await printed(`${productVersion()}\n`);
      return 0;
    }
    const { flags, positionals, run: start } = await command.load();
    return await start(parseFlags(rest, flags, positionals.length));
  } catch (error) {
    if (error instanceof UsageError) {
      const help = named ? ` ${command?.name ?? group?.name ?? ""}`.trimEnd() : "";
      await printed(
        `${error.message.replaceAll(/^/gm, "stationmaster: ")}\nSee 'stationmaster${help} --help'.\n`,
        process.stderr,
      );
      return 2;
    }
    const text = isExpected(error) ? error.message : error instanceof Error ? error.stack : String(error);
    await printed(`stationmaster: ${text}\n`, process.stderr);
    return 3;
  }
}

function asksFor(args: readonly string[], ...names: string[]): boolean {
  const end = args.indexOf("--");
  return (end === -1 ? args : args.slice(0, end)).some((arg) => names.includes(arg));
}

/** Trouble that has been put into words for a person. */
function isExpected(error: unknown): error is Error {
  return error instanceof StartError || error instanceof StoreOpenError || error instanceof TransferError;
}

function within({ name, commands: own }: CommandGroup, args: readonly string[]): CommandEntry | undefined {
  return own.find((command) => command.name === `${name} ${args[1]}`);
}

function unknownWithin({ name, commands: own }: CommandGroup, word: string | undefined): UsageError {
  const words = own.map((command) => command.name.slice(name.length + 1));
  const known = `Allowed: ${words.join(", ")}.`;
  if (word === undefined || word.startsWith("-"))
    return new UsageError(`say what to do with the ${name}. ${known}`);
  return new UsageError(`unknown command "${name} ${word}".${didYouMean(word, words)} ${known}`);
}

function unknownCommand(name: string): UsageError {
  const names = all.map((command) => command.name);
  return new UsageError(`unknown command "${name}".${didYouMean(name, names)} Allowed: ${names.join(", ")}.`);
}
