import type { Kill } from "../compare.ts";
import { ownTime } from "../held-up.ts";
import { findRowFaults } from "./find-row-faults.ts";
import type { StoredTransaction } from "./find-row-faults.ts";
import { readSessions } from "./read-sessions.ts";
import type { Session, Sessions, Told } from "./read-sessions.ts";
import type { LoggedFrame } from "../csms.ts";

/** What can be wrong with sessions. */
export const faultKinds = [
  "without an end",
  "without a start",
  "ended twice",
  "message lost",
  "sample lost",
  "out of order",
  "altered",
  "register fell",
  "power loss",
  "row",
  "cable",
  "stuck",
] as const;
export type FaultKind = (typeof faultKinds)[number];
export interface Fault {
  kind: FaultKind;
  /** What is wrong and the proof. */
  text: string;
}

/** What matters of a station. */
export interface StationFacts {
  /** Between two samples, ms. */
  interval: number;
  /** Its transactions go on after a power loss. */
  resumes: boolean;
}

export interface Trial {
  log: readonly LoggedFrame[];
  rows: readonly StoredTransaction[];
  stations: ReadonlyMap<string, StationFacts>;
  ends: readonly Kill[];
  /** Of what was recorded, what a kill may take, ms. */
  window: number;
}

export interface SessionComparison {
  sessions: number;
  /** Of transactions, without those that came again. */
  messages: number;
  repeated: number;
  /** Transactions that a power loss ended. */
  cut: number;
  /** Transactions that went on after one. */
  resumed: number;
  /** The longest time between the last moment that was kept and the end of a process, ms. */
  oldestKept: number;
  /** Differences between rows and log that a kill explains. */
  rowsInWindow: number;
  faults: Fault[];
}

/** How long a process may live after it was told to end, ms. */
const flight = 500;
/** A sample later than that many intervals means that one is missing. */
const lateness = 1.6;

/** Compares what the CSMS heard with what a station promises, and with the rows of the product. Pure. */
export function findFaults(trial: Trial): SessionComparison {
  const read = readSessions(trial.log);
  const { sessions } = read;
  const messages = sessions.flatMap(({ told }) => told);
  const rows = findRowFaults(sessions, trial);
  return {
    sessions: sessions.length,
    messages: messages.length,
    repeated: messages.reduce((sum, { places }) => sum + places.length - 1, 0),
    cut: messages.filter(isPowerLoss).length,
    resumed: sessions.filter((session) => spans(session, trial.ends).length > 0).length,
    oldestKept: Math.max(0, ...messages.filter(isPowerLoss).map(({ at }) => sinceKept(at, trial.ends))),
    rowsInWindow: rows.inWindow,
    faults: [
      ...sessions.flatMap(wholeness),
      ...sessions.flatMap((session) => missingSamples(session, trial)),
      ...sessions.flatMap((session) => powerLosses(session, trial)),
      ...disorder(sessions),
      ...read.altered.map((text): Fault => ({ kind: "altered", text })),
      ...fallenRegisters(read),
      ...rows.faults,
    ],
  };
}

/** Start, end, and in 2.x a number without gap. */
function wholeness(session: Session): Fault[] {
  const { told } = session;
  const faults: Fault[] = [];
  const ends = told.filter(({ phase }) => phase === "ended");
  if (told[0]?.phase !== "started")
    faults.push({ kind: "without a start", text: `${name(session)} begins with ${proof(told[0])}` });
  if (ends.length === 0)
    faults.push({ kind: "without an end", text: `${name(session)}: the last is ${proof(told.at(-1))}` });
  if (ends.length > 1)
    faults.push({ kind: "ended twice", text: `${name(session)}: ${ends.map(proof).join(" and ")}` });
  const after = told.at(-1);
  if (ends.length === 1 && after !== undefined && after !== ends[0])
    faults.push({ kind: "out of order", text: `${name(session)}: after its end came ${proof(after)}` });
  const numbers = new Set(told.map(({ seqNo }) => seqNo ?? 0));
  const missing = Array.from({ length: Math.max(...numbers) }, (_, i) => i).filter((n) => !numbers.has(n));
  if (missing.length > 0)
    faults.push({ kind: "message lost", text: `${name(session)}: no seqNo ${missing.join(", ")}` });
  return faults;
}

/** In 1.6 nothing but the time between samples tells that one is missing. */
function missingSamples(session: Session, { stations, ends }: Trial): Fault[] {
  const interval = stations.get(session.station)?.interval ?? Infinity;
  const moments = session.told.flatMap(({ phase, at, readings }) =>
    phase === "updated"
      ? readings.filter(({ context }) => context === "Sample.Periodic").map((reading) => reading.at)
      : [at],
  );
  return moments.flatMap((to, i): Fault[] => {
    const from = moments[i - 1] ?? to;
    const heldUp = ends.flatMap((end) => end.heldUp);
    if (ends.some(({ at }) => from <= at && at <= to)) return [];
    if (to - from <= lateness * interval || ownTime(from, to, heldUp) <= lateness * interval) return [];
    const text = `${name(session)}: nothing between ${iso(from)} and ${iso(to)}, every ${interval} ms promised`;
    return [{ kind: "sample lost", text }];
  });
}

/** Whether the end of a process ended the transactions of a station, as its setting says. */
function powerLosses(session: Session, { stations, ends }: Trial): Fault[] {
  const { told, station } = session;
  const resumes = stations.get(station)?.resumes ?? false;
  const end = told.find(({ phase }) => phase === "ended");
  const over = spans(session, ends)[0];
  const faults: Fault[] = [];
  const add = (text: string): void => {
    faults.push({ kind: "power loss", text: `${name(session)} ${text}` });
  };
  if (over !== undefined && !resumes) add(`went on over the end of the process at ${iso(over.at)}`);
  if (end === undefined || !isPowerLoss(end)) return faults;
  if (resumes) add(`should have gone on: ${proof(end)}`);
  if (end.trigger !== null && end.trigger !== "AbnormalCondition") add(`has another trigger: ${proof(end)}`);
  if (sinceKept(end.at, ends) === Infinity) add(`ended without one: ${proof(end)}`);
  return faults;
}

/** The ends of processes over which a transaction went on. */
function spans({ told }: Session, ends: readonly Kill[]): Kill[] {
  const from = told[0]?.at ?? Infinity;
  const to = told.at(-1)?.at ?? 0;
  return ends.filter(({ at }) => from < at && to > at + flight);
}

/** How long after a moment the next process ended, ms. */
function sinceKept(moment: number, ends: readonly Kill[]): number {
  return Math.min(Infinity, ...ends.flatMap(({ at }) => (moment <= at + flight ? [at - moment] : [])));
}

/** A station has one queue: what happened later comes later, and is sent again before the next alone. */
function disorder(sessions: readonly Session[]): Fault[] {
  const faults: Fault[] = [];
  for (const own of Map.groupBy(sessions, ({ station }) => station).values()) {
    const all = own.flatMap((session) => session.told.map((told) => ({ session, told })));
    const came = all
      .flatMap(({ session, told }) => told.places.map((place) => ({ session, told, place })))
      .toSorted((a, b) => a.place - b.place);
    for (const [i, { session, told, place }] of came.entries()) {
      const before = came[i - 1];
      if (before === undefined || before.told === told) continue;
      if (place !== told.places[0])
        faults.push({
          kind: "out of order",
          text: `${name(session)}: ${proof(told)} came again after ${proof(before.told)}`,
        });
      else if (told.at < before.told.at || isBehind(before, { session, told }))
        faults.push({
          kind: "out of order",
          text: `${name(session)}: ${proof(told)} came after ${proof(before.told)}`,
        });
    }
  }
  return faults;
}

function isBehind(a: { session: Session; told: Told }, b: { session: Session; told: Told }): boolean {
  return a.session === b.session && b.told.seqNo !== null && b.told.seqNo < (a.told.seqNo ?? 0);
}

/** The register of an EVSE in the order of its own time. */
function fallenRegisters({ sessions, loose }: Sessions): Fault[] {
  const all = [
    ...sessions.flatMap(({ station, evse, told }) =>
      told.flatMap(({ readings }) => readings.map((reading) => ({ station, evse, reading }))),
    ),
    ...loose,
  ];
  const faults: Fault[] = [];
  for (const [meter, own] of Map.groupBy(all, ({ station, evse }) => `${station} EVSE ${evse}`)) {
    if (meter.endsWith(" 0")) continue;
    const readings = own.map(({ reading }) => reading).toSorted((a, b) => a.at - b.at || a.value - b.value);
    for (const [i, { at, value }] of readings.entries()) {
      const before = readings[i - 1];
      if (before === undefined || value >= before.value) continue;
      const text = `${meter}: ${before.value} Wh at ${iso(before.at)}, ${value} Wh at ${iso(at)}`;
      faults.push({ kind: "register fell", text });
    }
  }
  return faults;
}

function isPowerLoss({ phase, reason }: Told): boolean {
  return phase === "ended" && reason === "PowerLoss";
}

function name({ station, id, evse }: Session): string {
  return `${station} EVSE ${evse} transaction ${id ?? "without id"}`;
}

function proof(told: Told | undefined): string {
  return JSON.stringify(told?.payload ?? null).slice(0, 300);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
