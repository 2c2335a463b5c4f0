import { blocks } from "./blocks.ts";
import { createState } from "./create-state.ts";
import { takeChange } from "./keeping/changed-parts.ts";
import type { KeptChange } from "./keeping/changed-parts.ts";
import { keptParts } from "./keeping/kept-parts.ts";
import type { KeptPart, KeptState } from "./keeping/kept-parts.ts";
import { knowsTransaction } from "./keeping/knows-transaction.ts";
import type { SeenTransaction } from "./keeping/knows-transaction.ts";
import { restoreState } from "./keeping/restore-state.ts";
import { loseLink } from "./link/connection.ts";
import type { Command } from "./messages/command.ts";
import type { StationEvent } from "./messages/event.ts";
import type { EventHandlers } from "./messages/event-handlers.ts";
import { onCalled } from "./messages/incoming.ts";
import { onAnswered } from "./outbox/answered.ts";
import { pump, tell } from "./outbox/outbox.ts";
import type { StationSnapshot } from "./snapshot.ts";
import type { StationState } from "./state.ts";
import type { StationOptions } from "./station-options.ts";
import { takeSnapshot } from "./take-snapshot.ts";
import { onTimer } from "./timers/set-timer.ts";

export interface Station {
  /** @param at epoch ms, never earlier than at the event before */
  handle(event: StationEvent, at: number): Command[];
  /** Does not change the station, however often it is asked. */
  snapshot(at: number): StationSnapshot;
  /** The password to log in with if settings hold one, else null and the configured one is in force. */
  password(): string | null;
  /** Whether a transaction runs or waits to be told. */
  knowsTransaction(seen: SeenTransaction): boolean;
  /** Whether any meter runs. */
  energyFlows(): boolean;
  /** What has to outlive the process. */
  kept(): Iterable<KeptPart>;
  /** What of it may have changed since this was asked the last time; all of it at first, or when `whole`. */
  changed(whole: boolean): KeptChange;
  /** Whether the event that was handled last may have changed any of it. */
  touched(): boolean;
}

/**
 * A charging station as a state machine: same options, same events, same commands. With the state of an earlier life it goes
 * on from there, switched off: that its process ended is a loss of power to it, at the moment of its last event.
 */
export function createStation(options: StationOptions, kept?: KeptState): Station {
  const station = createState(options);
  if (kept) restoreState(station, options, kept);
  let leftOver = station.commands;
  return {
    handle(event, at) {
      station.now = Math.max(station.now, at);
      station.commands = leftOver;
      leftOver = [];
      dispatch(station, event);
      for (const { handled } of blocks) handled?.(station);
      pump(station);
      return station.commands;
    },
    snapshot: (at) => takeSnapshot(station, Math.max(at, station.now)),
    password: () => password(station),
    knowsTransaction: (seen) => knowsTransaction(station, seen),
    energyFlows: () => station.evses.some(({ meter }) => meter.flowingSince !== null),
    kept: () => keptParts(station),
    changed: (whole) => takeChange(station, whole),
    touched: () => station.touched,
  };
}

function password(station: StationState): string | null {
  for (const [key, spec] of station.version.settings) {
    if (spec.password) return station.settings.stored.get(key) ?? null;
  }
  return null;
}

/** What belongs to no block: messages, timers, and the operator's hand on what is said. */
const core: EventHandlers = {
  called: (station, event) => {
    onCalled(station, event.callId, event.action, event.payload);
  },
  answered: (station, { ref, outcome }) => {
    if (outcome.kind === "not-sent" && outcome.offline === true) loseLink(station);
    onAnswered(station, ref, outcome);
  },
  timer: (station, { name }) => {
    onTimer(station, name);
  },
  craft: (station, { action, payload }) => {
    tell(station, { kind: "crafted", action, payload });
  },
  "keep-back": (station, { on }) => {
    station.outbox.keepBack = on;
  },
};

const handlers: EventHandlers = Object.assign({}, core, ...blocks.map(({ events }) => events));

/** A CALL touches the station only by what it leads to: most of them only ask. */
function dispatch(station: StationState, event: StationEvent): void {
  station.touched = event.kind !== "called";
  const handler = handlers[event.kind] as ((station: StationState, event: StationEvent) => void) | undefined;
  handler?.(station, event);
}
