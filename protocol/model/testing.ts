import type { Command } from "./messages/command.ts";
import type { StationDescription } from "./description.ts";
import type { KeptState } from "./keeping/kept-parts.ts";
import type { Outcome, StationEvent } from "./messages/event.ts";
import { createStation } from "./station.ts";
import type { Station } from "./station.ts";
import type { StationOptions } from "./station-options.ts";
import type { Version } from "./version.ts";
import type { Validator } from "../validate/validator.ts";
import type { JsonObject } from "../wire/frame.ts";

/** One message that the station sent, or its answer to one of ours. */
export interface Said {
  action: string;
  payload: JsonObject;
  at: number;
}

export interface DialogueOptions {
  version: Version;
  validator: Validator;
  /** How the CSMS answers each action; a function sees the payload. Unlisted actions get `{}`. */
  answers: { [action: string]: JsonObject | Outcome | ((payload: JsonObject) => JsonObject | Outcome) };
  settings?: Record<string, string>;
  description?: StationDescription;
  seed?: number;
  start?: number;
  onPowerLoss?: StationOptions["onPowerLoss"];
  /** The state of an earlier life. */
  kept?: KeptState;
}

export const oneConnector: StationDescription = {
  vendor: "Vendor",
  model: "Model",
  evses: [{ connectors: [{ type: "cType2", maxPower: 22_000, phases: 3 }] }],
};

export const twoConnectors: StationDescription = {
  ...oneConnector,
  evses: [...oneConnector.evses, ...oneConnector.evses],
};

/** A station and a CSMS that talk, in virtual time; everything the station sends is checked against the catalogue. */
export class Dialogue {
  readonly station: Station;
  readonly options: DialogueOptions;
  now: number;
  /** CALLs of the station since `clear`. */
  said: Said[] = [];
  /** Everything else it did. */
  commands: Command[] = [];
  /** The CSMS does not answer these until `release`. */
  readonly withheld = new Set<string>();
  /** No link comes about. */
  unreachable = false;
  private open: { ref: number; action: string; payload: JsonObject } | null = null;
  private readonly timers = new Map<string, number>();
  private online = false;
  private callCount = 0;

  constructor(options: DialogueOptions) {
    this.options = options;
    this.now = options.start ?? Date.UTC(2026, 0, 5, 10, 0, 0);
    const { onPowerLoss, kept } = options;
    const made: StationOptions = {
      description: options.description ?? oneConnector,
      settings: options.settings ?? {},
      seed: options.seed ?? 1,
      version: options.version,
      now: this.now,
      ...(onPowerLoss === undefined ? {} : { onPowerLoss }),
    };
    this.station = createStation(made, kept);
  }

  /** Something happens; what follows from it is carried out. */
  do(event: StationEvent): this {
    const queue = [event];
    for (let next = queue.shift(); next; next = queue.shift()) {
      for (const command of this.station.handle(next, this.now)) this.carryOut(command, queue);
    }
    return this;
  }

  /** Virtual time passes, timers fire in order. @param seconds how long */
  wait(seconds: number): this {
    const end = this.now + seconds * 1000;
    for (;;) {
      const due = [...this.timers].filter(([, at]) => at <= end).sort(([, a], [, b]) => a - b)[0];
      if (!due) break;
      this.now = Math.max(this.now, due[1]);
      this.timers.delete(due[0]);
      this.do({ kind: "timer", name: due[0] });
    }
    this.now = end;
    return this;
  }

  /** The CSMS asks something. @returns what the station replies, null if nothing */
  ask(action: string, payload: JsonObject): { payload: JsonObject } | { code: string } | null {
    const callId = `c${String(++this.callCount)}`;
    const before = this.commands.length;
    this.do({ kind: "called", callId, action, payload });
    for (const command of this.commands.slice(before)) {
      if (command.kind === "reply") {
        const issues = this.options.validator.response(action, command.payload);
        if (issues.length > 0) throw new Error(`${action} reply: ${JSON.stringify(issues)}`);
        return { payload: command.payload };
      }
      if (command.kind === "reply-error") return { code: command.code };
    }
    return null;
  }

  /** The link breaks; as with a real one, the open CALL is lost. */
  cut(): this {
    this.online = false;
    const open = this.open;
    this.open = null;
    this.do({ kind: "disconnected", reason: "cut" });
    if (open) this.do({ kind: "answered", ref: open.ref, outcome: { kind: "lost" } });
    return this;
  }

  /** Answers what was withheld. */
  release(outcome?: Outcome): this {
    this.withheld.clear();
    const open = this.open;
    this.open = null;
    if (open) this.do({ kind: "answered", ref: open.ref, outcome: outcome ?? this.outcome(open) });
    return this;
  }

  clear(): this {
    this.said = [];
    this.commands = [];
    return this;
  }

  /** The messages since `clear` in short, each as its action and what `words` finds in it. */
  heard(words: (said: Said) => string): string[] {
    return this.said.map(words);
  }

  notices(): string[] {
    return this.commands.flatMap((command) => (command.kind === "notice" ? [command.text] : []));
  }

  private carryOut(command: Command, queue: StationEvent[]): void {
    if (command.kind !== "call") this.commands.push(command);
    switch (command.kind) {
      case "call":
        this.call(command, queue);
        return;
      case "set-timer":
        this.timers.set(command.name, command.at);
        return;
      case "cancel-timer":
        this.timers.delete(command.name);
        return;
      case "connect":
        this.online = !this.unreachable;
        queue.push(this.online ? { kind: "connected" } : { kind: "disconnected", reason: "unreachable" });
        return;
      case "disconnect":
        if (this.online) queue.push({ kind: "disconnected", reason: command.reason });
        this.online = false;
        this.open = null;
        return;
      default:
    }
  }

  private call(command: Extract<Command, { kind: "call" }>, queue: StationEvent[]): void {
    const { ref, action, payload } = command;
    if (this.open) throw new Error(`${action} was sent while ${this.open.action} was open.`);
    const issues = this.options.validator.request(action, payload);
    if (issues.length > 0)
      throw new Error(`${action}: ${JSON.stringify(issues)} in ${JSON.stringify(payload)}`);
    this.said.push({ action, payload, at: this.now });
    if (this.withheld.has(action)) {
      this.open = { ref, action, payload };
      return;
    }
    queue.push({ kind: "answered", ref, outcome: this.outcome({ action, payload }) });
  }

  private outcome({ action, payload }: { action: string; payload: JsonObject }): Outcome {
    const listed = this.options.answers[action] ?? {};
    const answer = typeof listed === "function" ? listed(payload) : listed;
    return isOutcome(answer) ? answer : { kind: "result", payload: answer };
  }
}

function isOutcome(answer: JsonObject | Outcome): answer is Outcome {
  return typeof answer["kind" as keyof typeof answer] === "string";
}
