import type { LoggedFrame } from "./csms.ts";
import { ownTime } from "./held-up.ts";
import type { Span } from "./held-up.ts";

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
  /** Older than the window, but in it when the time is taken off in which the process was not let run. */
  heldUp: number;
  /** The oldest of those: ms before the kill. */
  oldestHeldUp: number;
  /** In memory alone when the process was killed, since its disk was full. */
  diskFull: number;
  /** Sent to a station of which nothing proves that it read them before it was killed. */
  unproven: number;
  /** Recorded just before a kill, and never arrived. */
  unsent: number;
  doubled: string[];
  disordered: string[];
  /** In the store, never on the wire. */
  invented: string[];
}

/** How a process ended. */
export interface Kill {
  /** Epoch ms. */
  at: number;
  /** False where it was asked to end. */
  killed: boolean;
  /** When it was held up before, by its own record. */
  heldUp: readonly Span[];
  /** Null while its disk had room. */
  full: FullDisk | null;
}

/** Epoch ms: since when the disk was full, and when the process last said how many frames were in memory alone. */
export interface FullDisk {
  since: number;
  asked: number;
  unsafe: number;
}

export interface Trial {
  log: readonly LoggedFrame[];
  stored: readonly StoredFrame[];
  kills: readonly Kill[];
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
    heldUp: 0,
    oldestHeldUp: 0,
    diskFull: 0,
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
      const killed = kills.some(({ at }) => frame.at <= at + flight && frame.at >= at - 2000);
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

  const countOf = new Map<Kill, number>();
  for (const frame of log) {
    if (frame.at > until) continue;
    if (seen.has(keyOf(frame))) {
      result.found += 1;
      continue;
    }
    const { certain } = frame;
    const kill = certain === null ? undefined : kills.find(({ at }) => certain <= at + flight);
    const age = kill === undefined || certain === null ? Number.NaN : kill.at - certain;
    if (kill?.full != null && certain !== null && ownTime(certain, kill.full.since, kill.heldUp) <= window) {
      result.diskFull += 1;
      if (certain < kill.full.asked) countOf.set(kill, (countOf.get(kill) ?? 0) + 1);
    } else if (window > 0 && age <= window) {
      result.inWindow += 1;
      result.oldestInWindow = Math.max(result.oldestInWindow, age);
    } else if (window > 0 && kill !== undefined && ownTime(kill.at - age, kill.at, kill.heldUp) <= window) {
      result.heldUp += 1;
      result.oldestHeldUp = Math.max(result.oldestHeldUp, age);
    } else if (certain === null && kills.some(({ at }) => frame.at >= at - 5000 && frame.at <= at + flight)) {
      result.unproven += 1;
    } else {
      result.lost.push(`${keyOf(frame)}${whenOf(frame.at, kills)}`);
    }
  }
  // The process knew how many frames a kill would take: no more may be gone of those that were there when it said so.
  for (const [{ at, full }, count] of countOf)
    if (full !== null && count > full.unsafe)
      result.lost.push(`${count} frames with a full disk, ${full.unsafe} in memory alone (kill at ${at})`);
  return result;
}

function keyOf(frame: Pick<LoggedFrame, "station" | "direction" | "raw">): string {
  return `${frame.station} ${frame.direction} ${frame.raw}`;
}

/** Tells how far a moment is from the nearest kill. */
function whenOf(at: number, kills: readonly Kill[]): string {
  const nearest = kills.map((kill) => kill.at).toSorted((a, b) => Math.abs(at - a) - Math.abs(at - b))[0];
  if (nearest === undefined) return "";
  return ` (${Math.abs(at - nearest)} ms ${at < nearest ? "before" : "after"} a kill)`;
}
