import type { Sandbox as RunningSandbox } from "../sandbox/sandbox.ts";
import { findMisbehaviour, misbehaviours } from "../sandbox/misbehaviours/all.ts";
import { patternForms } from "../sandbox/misbehaviours/patterns/all.ts";
import { listenError, StartError } from "../server/start-error.ts";
import type { Command } from "./command.ts";
import type { Parsed } from "./flags.ts";
import { printed } from "./output.ts";
import { untilSignal } from "./until-signal.ts";
import { UsageError } from "./usage-error.ts";

export const sandboxCommand: Command = {
  positionals: [],
  flags: [
    { name: "host", text: "Address to listen on; 127.0.0.1 unless given.", hint: "host" },
    { name: "port", text: "Port; 7411 unless given, 0 lets the system choose.", hint: "number" },
    {
      name: "misbehaviour",
      text: `What it does wrong on purpose, or does to one action: ${patternForms.join(", ")}.`,
      hint: "name",
      repeatable: true,
      allowed: misbehaviours.map(({ name }) => name),
      accepts: (name) => findMisbehaviour(name).length > 0,
    },
    {
      name: "password",
      text: "Basic auth of a station; others may connect without.",
      hint: "station=password",
      repeatable: true,
    },
    {
      name: "heartbeat-interval",
      text: "Seconds that stations are told; 300 unless given.",
      hint: "seconds",
    },
  ],
  async run(parsed) {
    const host = parsed.values.get("host")?.[0] ?? "127.0.0.1";
    const port = wholeNumber(parsed, "port", 0, 65_535) ?? 7411;
    const heartbeatInterval = wholeNumber(parsed, "heartbeat-interval", 1, 86_400);
    const options = {
      host,
      port,
      misbehaviours: parsed.values.get("misbehaviour") ?? [],
      passwords: passwordsOf(parsed.values.get("password") ?? []),
      ...(heartbeatInterval === undefined ? {} : { heartbeatInterval }),
    };
    const { Sandbox } = await import("../sandbox/sandbox.ts");
    const signalled = untilSignal();
    let sandbox: RunningSandbox;
    try {
      sandbox = await Sandbox.start(options);
    } catch (error) {
      throw error instanceof StartError ? error : listenError(error, "The sandbox", host, port, "--port");
    }
    await printed(`Sandbox CSMS  ${sandbox.url}/<station>\n`);
    for (const text of announce(sandbox)) process.stdout.write(text);
    await signalled;
    await sandbox.close();
    return 0;
  },
};

/** Prints who comes and goes. */
function announce(sandbox: RunningSandbox): string[] {
  let before = new Set<string>();
  sandbox.subscribe(() => {
    const now = new Set(sandbox.stations().flatMap(({ id, connected }) => (connected ? [id] : [])));
    for (const id of now) if (!before.has(id)) process.stdout.write(`${id} connected\n`);
    for (const id of before) if (!now.has(id)) process.stdout.write(`${id} disconnected\n`);
    before = now;
  });
  return sandbox.misbehaviours
    .filter(({ active }) => active)
    .map(({ name, text }) => `Misbehaves    ${name}: ${text}\n`);
}

function wholeNumber(parsed: Parsed, name: string, least: number, most: number): number | undefined {
  const text = parsed.values.get(name)?.[0];
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) {
    throw new UsageError(
      `flag --${name}: "${text}" is not possible. Allowed: a whole number from ${least} to ${most}.`,
    );
  }
  return value;
}

function passwordsOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const cut = pair.indexOf("=");
      if (cut < 1) throw new UsageError("flag --password needs <station>=<password>.");
      return [pair.slice(0, cut), pair.slice(cut + 1)];
    }),
  );
}
