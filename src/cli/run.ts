import { didYouMean } from "../config/suggest.ts";
import { StartError } from "../server/start-error.ts";
import { productVersion } from "../server/version.ts";
import { commandHelp, programHelp } from "./command.ts";
import type { CommandEntry } from "./command.ts";
import { parseFlags } from "./flags.ts";
import { endQuietlyOnBrokenPipe, printed } from "./output.ts";
import { UsageError } from "./usage-error.ts";
import type { ExitCode } from "./usage-error.ts";

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

/** Runs a command line and returns the exit code. Expected trouble is told on standard error, in one line if it can be. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  endQuietlyOnBrokenPipe();
  const [first] = args;
  const named = first !== undefined && !first.startsWith("-");
  const command = named ? commands.find(({ name }) => name === first) : serve;
  const rest = named ? args.slice(1) : args;
  try {
    if (command === undefined) throw unknownCommand(first ?? "");
    if (asksFor(rest, "--help", "-h")) {
      await printed(named ? await commandHelp(command) : await programHelp(commands, productVersion()));
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
      const help = command === undefined || !named ? "" : ` ${command.name}`;
      await printed(
        `${error.message.replaceAll(/^/gm, "stationmaster: ")}\nSee 'stationmaster${help} --help'.\n`,
        process.stderr,
      );
      return 2;
    }
    const text =
      error instanceof StartError ? error.message : error instanceof Error ? error.stack : String(error);
    await printed(`stationmaster: ${text}\n`, process.stderr);
    return 3;
  }
}

function asksFor(args: readonly string[], ...names: string[]): boolean {
  const end = args.indexOf("--");
  return (end === -1 ? args : args.slice(0, end)).some((arg) => names.includes(arg));
}

function unknownCommand(name: string): UsageError {
  const names = commands.map((command) => command.name);
  return new UsageError(`unknown command "${name}".${didYouMean(name, names)} Allowed: ${names.join(", ")}.`);
}
