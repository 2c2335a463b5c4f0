import { stripVTControlCharacters } from "node:util";
import { defineCommand, renderUsage } from "citty";
import type { ArgsDef, CommandDef } from "citty";
import type { Flag, Parsed } from "./flags.ts";
import { exitCodeHelp } from "./exit-codes.ts";
import type { ExitCode } from "./exit-codes.ts";

/** One command of the command line. */
export interface Command {
  flags: readonly Flag[];
  /** What stands before or between the flags, in order. */
  positionals: readonly { name: string; text: string; required: boolean }[];
  /** Shown below the flags. */
  more?: string;
  run: (parsed: Parsed) => Promise<ExitCode>;
}

/** A command before it is loaded: what most of them need takes longer to load than the others take to run. */
export interface CommandEntry {
  name: string;
  text: string;
  load(): Promise<Command>;
}

/** Commands that share their first word; `name` of each has both. */
export interface CommandGroup {
  name: string;
  text: string;
  commands: readonly CommandEntry[];
}

const program = "stationmaster";

/** The help of one command. */
export async function commandHelp(entry: CommandEntry): Promise<string> {
  const command = await entry.load();
  const args: ArgsDef = {};
  for (const { name, text, required } of command.positionals) {
    args[name] = { type: "positional", description: text, required };
  }
  for (const flag of [...command.flags, helpFlag]) {
    args[flag.name] =
      flag.hint === undefined
        ? { type: "boolean", description: flag.text }
        : { type: "string", description: describe(flag), valueHint: flag.hint };
  }
  const definition = { meta: { name: `${program} ${entry.name}`, description: entry.text }, args };
  return usage(definition, command.more === undefined ? "" : `${command.more}\n\n`);
}

/** The help of a group. */
export function groupHelp({ name, text, commands }: CommandGroup): Promise<string> {
  const subCommands = commands.map((command) => {
    const word = command.name.slice(name.length + 1);
    return [word, defineCommand({ meta: { name: word, description: command.text } })] as const;
  });
  const meta = { name: `${program} ${name}`, description: text };
  return usage({ meta, subCommands: Object.fromEntries(subCommands) });
}

/** The help of the program. */
export function programHelp(
  commands: readonly (CommandEntry | CommandGroup)[],
  version: string,
): Promise<string> {
  const description = "Plays OCPP charging stations against a CSMS and judges the CSMS.";
  return usage({
    meta: { name: program, version, description },
    args: {
      help: { type: "boolean", description: helpFlag.text },
      version: { type: "boolean", description: "Print the version." },
    },
    subCommands: Object.fromEntries(
      commands.map(({ name, text }) => [
        name,
        defineCommand({ meta: { name, description: name === "serve" ? `${text} (default)` : text } }),
      ]),
    ),
  });
}

const helpFlag: Flag = { name: "help", text: "Print this help." };

function describe(flag: Flag): string {
  const allowed = flag.allowed === undefined ? "" : ` One of ${flag.allowed.join(", ")}.`;
  return `${flag.text}${allowed}${flag.repeatable === true ? " Repeatable." : ""}`;
}

/** What citty says of a command, `more` below it, and the exit codes; in plain text where nobody sees colours. */
async function usage(definition: CommandDef, more = "\n"): Promise<string> {
  const text = `${await renderUsage(defineCommand(definition))}\n${more}${exitCodeHelp}\n`;
  const lines = process.stdout.isTTY ? text : stripVTControlCharacters(text);
  return lines.replaceAll(/ +$/gm, "");
}
