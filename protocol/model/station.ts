import type { Command } from "./command.ts";
import type { StationDescription } from "./description.ts";
import type { StationEvent } from "./event.ts";
import type { StationSnapshot } from "./snapshot.ts";
import type { Version } from "./version.ts";

export interface StationOptions {
  description: StationDescription;
  /** Settings that differ from the version's defaults, by name. */
  settings: Record<string, string>;
  seed: number;
  version: Version;
  /** Epoch ms. Part of what determines transaction ids, so that a later life does not repeat them (E01.FR.08). */
  now: number;
}

export interface Station {
  /** @param at epoch ms, never earlier than at the event before */
  handle(event: StationEvent, at: number): Command[];
  /** Does not change the station, however often it is asked. */
  snapshot(at: number): StationSnapshot;
  /** The password to log in with if settings hold one, else null and the configured one is in force. */
  password(): string | null;
}

/** A charging station as a state machine: same options, same events, same commands. */
export function createStation(options: StationOptions): Station {
  throw new Error(`not yet (seed ${String(options.seed)})`);
}
