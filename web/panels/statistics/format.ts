import type { StatisticsRow } from "../../api/statistics.ts";

/** A share of 0 to 1 as `0 %`, `0.4 %`, `12 %`; what is not nothing is never shown as nothing. */
export function percent(share: number): string {
  if (share <= 0) return "0 %";
  if (share < 0.001) return "< 0.1 %";
  if (share < 0.0995) return `${(share * 100).toFixed(1)} %`;
  if (share >= 1) return "100 %";
  return `${Math.min(99, Math.round(share * 100))} %`;
}

/** A latency in few characters: `0.4`, `12`, `1250`, in ms. */
export function milliseconds(ms: number): string {
  return ms < 9.95 ? ms.toFixed(1) : String(Math.round(ms));
}

/** A width of time as one says it: `15 s`, `2.5 min`, `1 h`. */
export function widthOf(ms: number): string {
  if (ms < 1000) return `${round(ms)} ms`;
  if (ms < 60_000) return `${round(ms / 1000)} s`;
  if (ms < 3_600_000) return `${round(ms / 60_000)} min`;
  return `${round(ms / 3_600_000)} h`;
}

/** A number as it stands at an axis or in a readout: `0.25`, `230`, `11 k`. */
export function reading(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return `${round(value / 1e6)} M`;
  if (size >= 1e4) return `${round(value / 1e3)} k`;
  return String(round(value));
}

function round(value: number): number {
  const size = Math.abs(value);
  return size >= 100
    ? Math.round(value)
    : size >= 10
      ? Math.round(value * 10) / 10
      : Math.round(value * 100) / 100;
}

export function messagesOf(row: StatisticsRow<"actions">): number {
  return row.requests.in + row.requests.out + row.results + row.errors;
}

/** What tells one line of a plot from the others of its measurand. */
export function lineName(series: StatisticsRow<"series">, all: readonly StatisticsRow<"series">[]): string {
  const differs = (pick: (one: StatisticsRow<"series">) => unknown): boolean =>
    all.some((other) => pick(other) !== pick(series));
  const parts = [
    differs((one) => one.station) ? series.station : null,
    differs((one) => one.evse) ? `EVSE ${series.evse}` : null,
    differs((one) => one.connector) ? `connector ${series.connector}` : null,
    differs((one) => one.phase) ? (series.phase ?? "all phases") : null,
    differs((one) => one.location) ? (series.location ?? "nowhere named") : null,
    differs((one) => one.unit) ? series.unit : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? (series.phase ?? series.measurand) : parts.join(" · ");
}
