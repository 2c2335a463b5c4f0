import type { LoggedFrame } from "./csms.ts";

/** A frame as the product gives it back. */
export interface StoredFrame {
  id: string;
  at: number;
  station: string;
  direction: "in" | "out";
  kind: string;
  raw: string;
}

export interface Comparison {
  /** Frames of the log that were found. */
  found: number;
  /** In the log, not in the store, and outside every promised window. */
  lost: string[];
  /** In the log, not in the store, but within the promised window before a kill of the process. */
  inWindow: number;
  /** The oldest of those: ms before the kill. */
  oldestInWindow: number;
  /** Sent to a station of which nothing proves that it read them before it was killed. */
  unproven: number;
  /** Recorded just before a kill, and never arrived. */
  unsent: number;
  doubled: string[];
  disordered: string[];
  /** In the store, never on the wire. */
  invented: string[];
}

export interface Trial {
  log: readonly LoggedFrame[];
  stored: readonly StoredFrame[];
  /** Epoch ms: when the process was killed. */
  kills: readonly number[];
  /** What may be lost before a kill, ms; 0: nothing, not even what was in flight. */
  window: number;
  /** Epoch ms: later frames of the log may still be on their way to the store. */
  until: number;
}

/** How long after a kill what was in flight may still arrive, ms; the harness is busy too. */
const flight = 500;
const wire: ReadonlySet<string> = new Set(["call", "callResult", "callError", "fault"]);

/** Compares a store with the log of the CSMS, frame by frame. Pure. */
export function compare({ log, stored, kills, window, until }: Trial): Comparison {
  const result: Comparison = {
    found: 0,
    lost: [],
    inWindow: 0,
    oldestInWindow: 0,
    unproven: 0,
    unsent: 0,
    doubled: [],
    disordered: [],
    invented: [],
  };
  const places = new Map<string, number>();
  for (const [place, frame] of log.entries()) places.set(keyOf(frame), place);

  const seen = new Set<string>();
  const ids = new Set<string>();
  const last = new Map<string, number>();
  for (const frame of stored) {
    if (ids.has(frame.id)) result.doubled.push(`id ${frame.id}`);
    ids.add(frame.id);
    if (!wire.has(frame.kind)) continue;
    const key = keyOf(frame);
    const place = places.get(key);
    if (place === undefined) {
      const killed = kills.some((kill) => frame.at <= kill + flight && frame.at >= kill - 2000);
      if (frame.direction === "out" && killed) result.unsent += 1;
      else result.invented.push(key);
      continue;
    }
    if (seen.has(key)) {
      result.doubled.push(key);
      continue;
    }
    seen.add(key);
    const line = `${frame.station} ${frame.direction}`;
    if (place < (last.get(line) ?? -1)) result.disordered.push(key);
    else last.set(line, place);
  }

  for (const frame of log) {
    if (frame.at > until) continue;
    if (seen.has(keyOf(frame))) {
      result.found += 1;
      continue;
    }
    const { certain } = frame;
    const kill = kills.find(
      (k) => window > 0 && certain !== null && certain >= k - window && certain <= k + flight,
    );
    if (kill !== undefined && certain !== null) {
      result.inWindow += 1;
      result.oldestInWindow = Math.max(result.oldestInWindow, kill - certain);
    } else if (certain === null && kills.some((k) => frame.at >= k - 5000 && frame.at <= k + flight)) {
      result.unproven += 1;
    } else {
      result.lost.push(`${keyOf(frame)}${whenOf(frame.at, kills)}`);
    }
  }
  return result;
}

function keyOf(frame: Pick<LoggedFrame, "station" | "direction" | "raw">): string {
  return `${frame.station} ${frame.direction} ${frame.raw}`;
}

/** Tells how far a moment is from the nearest kill. */
function whenOf(at: number, kills: readonly number[]): string {
  const nearest = kills.toSorted((a, b) => Math.abs(at - a) - Math.abs(at - b))[0];
  if (nearest === undefined) return "";
  return ` (${Math.abs(at - nearest)} ms ${at < nearest ? "before" : "after"} a kill)`;
}
