import { didYouMean } from "../config/suggest.ts";
import { StartError } from "../server/start-error.ts";
import { productVersion } from "../server/version.ts";
import { auditCommand } from "./audit.ts";
import { commandHelp, programHelp } from "./command.ts";
import { configCommand } from "./config.ts";
import { exportCommand } from "./export.ts";
import { parseFlags } from "./flags.ts";
import { endQuietlyOnBrokenPipe, printed } from "./output.ts";
import { sandboxCommand } from "./sandbox.ts";
import { serveCommand } from "./serve.ts";
import { UsageError } from "./usage-error.ts";
import type { ExitCode } from "./usage-error.ts";

const commands = [serveCommand, auditCommand, exportCommand, configCommand, sandboxCommand];

/** Runs a command line and returns the exit code. Expected trouble is told on standard error, in one line if it can be. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  endQuietlyOnBrokenPipe();
  const [first] = args;
  const named = first !== undefined && !first.startsWith("-");
  const command = named ? commands.find(({ name }) => name === first) : serveCommand;
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
    return await command.run(parseFlags(rest, command.flags, command.positionals.length));
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
