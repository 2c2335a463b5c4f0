import { activeConnector } from "../evse.ts";
import type { ConnectorState, EvseState } from "../state.ts";
import type { EvState } from "../transactions/state.ts";
import type { MeterState } from "./state.ts";

/** Seconds until full power after energy begins to flow. */
const rampSeconds = 8;
/** State of charge, percent, from which the EV asks for less and less. */
const taperFrom = 80;
/** Share of full power that is left just before the battery is full. */
const taperTo = 0.06;
/** Share of the energy through the meter that reaches the battery. */
const efficiency = 0.92;
/** Seconds per step of integration; the ramp is followed more closely. */
const step = 10;
const maxSteps = 20_000;

/** The power that connector, phases and EV allow, W. */
export function powerLimit(connector: ConnectorState, ev: EvState): number {
  const { maxPower, phases } = connector.description;
  return Math.min((maxPower * Math.min(ev.phases, phases)) / phases, ev.maxPower);
}

/** Power through the meter at a moment, W. */
export function powerAt(evse: EvseState, at: number): number {
  const connector = activeConnector(evse);
  if (evse.meter.flowingSince === null || !connector?.ev) return 0;
  const soc = chargeAt(evse, at).soc ?? connector.ev.soc;
  return power(powerLimit(connector, connector.ev), soc, (at - evse.meter.flowingSince) / 1000);
}

function power(limit: number, soc: number, flowing: number): number {
  if (soc >= 100) return 0;
  const ramp = Math.min(1, Math.max(0, flowing) / rampSeconds);
  const taper = soc <= taperFrom ? 1 : 1 - ((soc - taperFrom) / (100 - taperFrom)) * (1 - taperTo);
  return limit * ramp * taper;
}

/** What register and battery are at a moment, without changing anything. */
export interface Charge {
  /** Wh. */
  register: number;
  /** Percent, null without EV. */
  soc: number | null;
}

/** Register and battery at a moment not before the last one. */
export function chargeAt(evse: EvseState, at: number): Charge {
  const ev = activeConnector(evse)?.ev ?? null;
  const charge = { register: evse.meter.register, soc: ev?.soc ?? null };
  if (evse.meter.flowingSince === null || !ev) return charge;
  const run = flow(evse, ev, at);
  return { register: run.register, soc: run.soc };
}

/** Brings register and battery up to a moment. */
export function advance(evse: EvseState, at: number): void {
  const meter: MeterState = evse.meter;
  const charge = chargeAt(evse, at);
  const ev = activeConnector(evse)?.ev;
  meter.register = Math.max(meter.register, charge.register);
  meter.at = Math.max(meter.at, at);
  if (ev && charge.soc !== null) ev.soc = charge.soc;
}

/** Epoch ms at which the battery will be full, null when no energy flows. */
export function fullAt(evse: EvseState): number | null {
  const ev = activeConnector(evse)?.ev;
  if (evse.meter.flowingSince === null || !ev) return null;
  const run = flow(evse, ev, Infinity);
  return run.soc >= 100 ? Math.ceil(run.at) : null;
}

function flow(evse: EvseState, ev: EvState, until: number): { register: number; soc: number; at: number } {
  const connector = activeConnector(evse);
  const limit = connector ? powerLimit(connector, ev) : 0;
  const since = evse.meter.flowingSince ?? until;
  let { register, at } = evse.meter;
  let soc = ev.soc;
  const span = (until - at) / 1000;
  const longest = Number.isFinite(span) ? Math.max(step, span / maxSteps) : step;
  for (let steps = 0; at < until && soc < 100 && steps < 2 * maxSteps; steps++) {
    const flowing = (at - since) / 1000;
    const seconds = Math.min((until - at) / 1000, flowing < rampSeconds ? 1 : longest);
    const watts = power(limit, soc, flowing + seconds / 2);
    const full = ((100 - soc) / 100) * (ev.capacity / efficiency);
    const energy = Math.min((watts * seconds) / 3600, full);
    register += energy;
    soc = energy >= full ? 100 : soc + ((energy * efficiency) / ev.capacity) * 100;
    at += seconds * 1000;
  }
  return { register, soc, at };
}

/** What a register shows: whole Wh. */
export function shown(register: number): number {
  return Math.floor(register + 1e-6);
}
