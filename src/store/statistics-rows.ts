import type {
  ActionStatistics,
  EnergyRow,
  IssueStatistics,
  Latency,
  SampleSeries,
  StationActionStatistics,
  TimeSpan,
  TrafficSlice,
} from "./statistics.ts";

/** What both homes do alike when they put rows of statistics together. */

export const importRegister = "Energy.Active.Import.Register";
/** Places of the import register that count as the transaction's own. */
export const outletLocations: readonly (string | null)[] = ["Outlet", null];

/** A register's value in Wh; null for a unit that is none of energy. */
export function wattHours(value: number, unit: string): number | null {
  return unit === "kWh" ? value * 1000 : unit === "Wh" || unit === "" ? value : null;
}

/**
 * A sum or mean without the last digits, which depend on the order of adding: 12 significant ones, more than any meter
 * has. So both homes give the same.
 */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(12));
}

/** Place (from 1) of a percentile among `count` ordered values; reckoned in whole numbers, so that 95 % of 20 is 19. */
export function rankOf(percent: number, count: number): number {
  return Math.max(1, Math.ceil((percent * count) / 100));
}

export const percents = { p50: 50, p95: 95, p99: 99 } as const;

/** What has been counted of one action, or of one action of one station. */
export interface ActionCounts {
  action: string;
  station: string;
  in: number;
  out: number;
  results: number;
  errors: number;
  invalid: number;
}

export function actionStatistics(counts: ActionCounts, latency: Latency | null): ActionStatistics {
  const answers = counts.results + counts.errors;
  return {
    action: counts.action,
    requests: { in: counts.in, out: counts.out },
    results: counts.results,
    errors: counts.errors,
    invalid: counts.invalid,
    errorRate: answers === 0 ? 0 : counts.errors / answers,
    latency,
  };
}

/** Slowest first; equal ones by station and action. */
export function bySlowness(a: StationActionStatistics, b: StationActionStatistics): number {
  return (
    (b.latency?.p95 ?? -1) - (a.latency?.p95 ?? -1) || inOrder([a.station, a.action], [b.station, b.action])
  );
}

export function byEnergy(a: EnergyRow, b: EnergyRow): number {
  return (
    b.energy - a.energy ||
    inOrder([a.station, a.evse, a.transactionKey], [b.station, b.evse, b.transactionKey])
  );
}

export function byCount(a: IssueStatistics, b: IssueStatistics): number {
  return (
    b.count - a.count ||
    inOrder(
      [a.action, a.direction, a.pointer, a.rule, a.severity],
      [b.action, b.direction, b.pointer, b.rule, b.severity],
    )
  );
}

export function bySeries(a: SampleSeries, b: SampleSeries): number {
  return inOrder(seriesOrder(a), seriesOrder(b));
}

function seriesOrder(s: SampleSeries): (string | number | null)[] {
  return [s.station, s.evse, s.connector, s.measurand, s.phase, s.location, s.unit];
}

/** Compares member by member; null comes first. */
export function inOrder(
  a: readonly (string | number | null)[],
  b: readonly (string | number | null)[],
): number {
  for (const [i, left] of a.entries()) {
    const right = b[i] ?? null;
    if (left === right) continue;
    if (left === null) return -1;
    if (right === null) return 1;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** The slices of a time span, all empty. */
export function emptySlices(span: TimeSpan, slices: number): TrafficSlice[] {
  if (!(span.to > span.from)) return [];
  const width = (span.to - span.from) / slices;
  return Array.from({ length: slices }, (_, i) => ({
    at: span.from + i * width,
    in: 0,
    out: 0,
    bytes: 0,
    errors: 0,
  }));
}

/** A JSON pointer with every array index as `*`. */
export function withoutIndexes(pointer: string): string {
  return pointer.replaceAll(/\/(?:0|[1-9][0-9]*)(?=\/|$)/gu, "/*");
}
