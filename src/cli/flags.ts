import { didYouMean } from "../text/suggest.ts";
import { UsageError } from "./usage-error.ts";

/** One flag of a command. Without `hint` it is a switch, with it it takes a value. */
export interface Flag {
  name: string;
  text: string;
  hint?: string;
  repeatable?: boolean;
  /** The only values it takes, but for those that `accepts` takes too. */
  allowed?: readonly string[];
  accepts?: (value: string) => boolean;
  /** `allowed` holds for each part between commas. */
  list?: boolean;
}

export interface Parsed {
  positionals: string[];
  values: Map<string, string[]>;
}

/**
 * Reads a command line strictly: `--name value`, `--name=value`, `--` before what only looks like a flag. Throws
 * UsageError for unknown, doubled, missing and illegal ones, with what is allowed.
 */
export function parseFlags(args: readonly string[], flags: readonly Flag[], positionalsMost: number): Parsed {
  const positionals: string[] = [];
  const values = new Map<string, string[]>();
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === "--") {
      positionals.push(...rest.splice(0));
    } else if (arg.startsWith("-") && arg !== "-") {
      takeFlag(arg, rest, flags, values);
    } else {
      positionals.push(arg);
    }
  }
  const extra = positionals[positionalsMost];
  if (extra !== undefined) {
    const most =
      positionalsMost === 0 ? "none is" : `only ${positionalsMost} ${positionalsMost === 1 ? "is" : "are"}`;
    throw new UsageError(`unexpected argument "${extra}": ${most} allowed here.`);
  }
  return { positionals, values };
}

function takeFlag(arg: string, rest: string[], flags: readonly Flag[], values: Map<string, string[]>): void {
  const cut = arg.indexOf("=");
  const given = cut === -1 ? arg : arg.slice(0, cut);
  const flag = flags.find(({ name }) => given === `--${name}`);
  const names = flags.map(({ name }) => name);
  if (flag === undefined) {
    const hint = didYouMean(given.replace(/^-+/, ""), names, "--");
    const known = names.length === 0 ? "none" : names.map((name) => `--${name}`).join(", ");
    throw new UsageError(`unknown flag ${given}.${hint} Allowed: ${known}.`);
  }
  let value = cut === -1 ? undefined : arg.slice(cut + 1);
  if (flag.hint === undefined) {
    if (value !== undefined) throw new UsageError(`flag --${flag.name} takes no value.`);
    value = "true";
  } else if (value === undefined) {
    const next = rest[0];
    // A negative number is a value, anything else with a dash is the next flag.
    if (next === undefined || (next.startsWith("-") && !/^-(\d|$)/.test(next))) {
      throw new UsageError(`flag --${flag.name} needs a value: ${allowedWords(flag)}.`);
    }
    value = rest.shift() ?? "";
  }
  checkAllowed(flag, value);
  const before = values.get(flag.name);
  if (before !== undefined && flag.repeatable !== true) {
    throw new UsageError(`flag --${flag.name} is given twice.`);
  }
  values.set(flag.name, [...(before ?? []), value]);
}

function checkAllowed(flag: Flag, value: string): void {
  const { allowed } = flag;
  if (allowed === undefined) return;
  const parts = flag.list === true ? value.split(",") : [value];
  const wrong = parts.find((part) => !allowed.includes(part) && flag.accepts?.(part) !== true);
  if (wrong === undefined) return;
  const hint = didYouMean(wrong, allowed);
  throw new UsageError(
    `flag --${flag.name}: "${wrong}" is not possible.${hint} Allowed: ${allowed.join(", ")}.`,
  );
}

function allowedWords(flag: Flag): string {
  return flag.allowed === undefined ? `<${flag.hint ?? ""}>` : flag.allowed.join(", ");
}
