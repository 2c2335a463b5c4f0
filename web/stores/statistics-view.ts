import type { TimeSpan } from "../api/statistics.ts";
import { momentFrom } from "../text/units.ts";

/** What the statistics are about: the page's address holds it, so that a view can be shared. */
export interface View {
  /** The last so many minutes or hours; null for the fixed range of `from` and `to`. */
  span: SpanName | null;
  /** Epoch ms; null unless `span` is. */
  from: number | null;
  to: number | null;
  stations: string[];
  /** Key of the transaction whose samples are drawn; null for the first one there is. */
  transaction: string | null;
}

export type SpanName = "15m" | "1h" | "6h" | "24h" | "7d";

export const spans: readonly { name: SpanName; label: string; long: string; ms: number }[] = [
  { name: "15m", label: "15 min", long: "last 15 minutes", ms: 900_000 },
  { name: "1h", label: "1 h", long: "last hour", ms: 3_600_000 },
  { name: "6h", label: "6 h", long: "last 6 hours", ms: 21_600_000 },
  { name: "24h", label: "24 h", long: "last 24 hours", ms: 86_400_000 },
  { name: "7d", label: "7 d", long: "last 7 days", ms: 604_800_000 },
];

export const usualView: View = { span: "1h", from: null, to: null, stations: [], transaction: null };

/** Reads an address; what makes no sense is left out. */
export function viewFrom(search: string): View {
  const params = new URLSearchParams(search);
  const from = momentFrom(params.get("from") ?? "");
  const to = momentFrom(params.get("to") ?? "");
  const fixed = from !== null && to !== null && from < to;
  const span = spans.find((one) => one.name === params.get("range"))?.name ?? usualView.span;
  return {
    span: fixed ? null : span,
    from: fixed ? from : null,
    to: fixed ? to : null,
    stations: params.getAll("station").filter((value) => value !== ""),
    transaction: params.get("transaction"),
  };
}

/** As the page's address writes it; "" for the usual view. */
export function viewString(view: View): string {
  const params = new URLSearchParams();
  if (view.from !== null && view.to !== null) {
    params.set("from", new Date(view.from).toISOString());
    params.set("to", new Date(view.to).toISOString());
  } else if (view.span !== null && view.span !== usualView.span) params.set("range", view.span);
  for (const station of view.stations) params.append("station", station);
  if (view.transaction !== null) params.set("transaction", view.transaction);
  return params.toString();
}

/** `now`: epoch ms. */
export function rangeOf(view: View, now: number): TimeSpan {
  if (view.from !== null && view.to !== null) return { from: view.from, to: view.to };
  const span = spans.find((one) => one.name === view.span)?.ms ?? 3_600_000;
  return { from: now - span, to: now };
}

/** Twice as wide around the same middle, but not beyond now. */
export function widened(range: TimeSpan, now: number): TimeSpan {
  const half = (range.to - range.from) / 2;
  const to = Math.max(range.to, Math.min(range.to + half, now));
  return { from: to - 4 * half, to };
}
