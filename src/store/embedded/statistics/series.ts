import { Conditions } from "../conditions.ts";
import { textOrNull } from "../frame-row.ts";
import { bySeries, withoutNoise } from "../../statistics-rows.ts";
import type { SampleSeries, SeriesPoint, SeriesQuery, TimeSpan } from "../../statistics.ts";
import type { Parts, Work } from "./work.ts";

const page = 2000;

/** One moment of one station: series without their station, and values. */
interface Moment {
  at: number;
  station: number;
  readings: [Kind, number][];
}

type Kind = Omit<SampleSeries, "station" | "points"> & { key: string };

export function* series(parts: Parts, query: SeriesQuery, points: number): Work<SampleSeries[]> {
  const kinds = kindReader(parts, query);
  const span = yield* spanOf(parts, query, kinds);
  if (span === null) return [];
  const width = (span.to - span.from) / points;
  const name = parts.names();
  const lines = new Map<string, { line: SampleSeries; last: number }>();
  for (const moments of read(parts, query, kinds, "ASC")) {
    for (const { at, station, readings } of moments) {
      const place = width > 0 ? Math.min(points - 1, Math.floor((at - span.from) / width)) : 0;
      for (const [kind, value] of readings) {
        const key = `${station}/${kind.key}`;
        let entry = lines.get(key);
        if (entry === undefined) {
          const { key: _, ...rest } = kind;
          lines.set(key, (entry = { line: { station: name(station), ...rest, points: [] }, last: -1 }));
        }
        const point = entry.line.points.at(-1);
        if (point === undefined || entry.last !== place) {
          entry.line.points.push({ at, min: value, max: value, mean: value, count: 1 });
          entry.last = place;
        } else take(point, value);
      }
    }
    yield;
  }
  const found = [...lines.values()].map((entry) => entry.line).sort(bySeries);
  for (const { points: thinned } of found) for (const point of thinned) point.mean = withoutNoise(point.mean);
  return found;
}

function take(point: SeriesPoint, value: number): void {
  point.count += 1;
  point.mean += (value - point.mean) / point.count;
  point.min = Math.min(point.min, value);
  point.max = Math.max(point.max, value);
}

/** From where to where the slices go; null when there are no samples. */
function* spanOf(parts: Parts, query: SeriesQuery, kinds: KindReader): Work<TimeSpan | null> {
  const [from, to] = [
    query.from ?? (yield* firstOf(parts, query, kinds, "ASC")),
    query.to ?? (yield* firstOf(parts, query, kinds, "DESC")),
  ];
  return from === null || to === null ? null : { from, to };
}

function* firstOf(
  parts: Parts,
  query: SeriesQuery,
  kinds: KindReader,
  order: "ASC" | "DESC",
): Work<number | null> {
  for (const moments of read(parts, query, kinds, order)) {
    const [first] = moments;
    if (first !== undefined) return first.at;
    yield;
  }
  return null;
}

type KindReader = (no: number) => Kind | null;

/** What a series is; null when the query does not want it. */
function kindReader(parts: Parts, query: SeriesQuery): KindReader {
  const known = new Map<number, Kind | null>();
  return (no) => {
    let kind = known.get(no);
    if (kind !== undefined) return kind;
    const row = parts.all(
      "SELECT evse, connector, measurand, phase, location, unit FROM series WHERE no = ?",
      no,
    )[0];
    const measurand = String(row?.[2]);
    if (row === undefined || query.measurands?.includes(measurand) === false) kind = null;
    else
      kind = {
        key: JSON.stringify(row),
        evse: Number(row[0]),
        connector: Number(row[1]),
        measurand,
        phase: textOrNull(row[3]),
        location: textOrNull(row[4]),
        unit: String(row[5]),
      };
    known.set(no, kind);
    return kind;
  };
}

/** Page by page in order of time; moments with nothing that is wanted are left out. */
function* read(
  parts: Parts,
  query: SeriesQuery,
  kinds: KindReader,
  order: "ASC" | "DESC",
): Generator<Moment[]> {
  const where = new Conditions();
  where.span("at", { from: query.from ?? -Infinity, to: query.to ?? Infinity });
  const stations = parts.stations(query);
  let index = "samples_by_time";
  if (query.transactionKey !== undefined) {
    index = "samples_by_transaction";
    where.named("transaction_key", [query.transactionKey]);
  }
  const [only] = stations ?? [];
  if (stations?.length === 1 && only !== undefined) {
    if (query.transactionKey === undefined) index = "samples_by_station";
    where.add("station = ?", only);
  } else if (stations !== null)
    where.add("station IN (SELECT value FROM json_each(?))", JSON.stringify(stations));
  let cursor: [number, number] = order === "ASC" ? [-Infinity, 0] : [Infinity, 0];
  for (;;) {
    const rows = parts.all(
      `SELECT at, n, station, readings FROM samples INDEXED BY ${index}
       ${where.toString()} AND (at, n) ${order === "ASC" ? ">" : "<"} (?, ?)
       ORDER BY at ${order}, n ${order} LIMIT ?`,
      ...where.values,
      ...cursor,
      page,
    );
    const moments: Moment[] = [];
    for (const row of rows) {
      const readings = wanted(JSON.parse(String(row[3])) as number[], kinds);
      if (readings.length > 0) moments.push({ at: Number(row[0]), station: Number(row[2]), readings });
    }
    yield moments;
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    cursor = [Number(last[0]), Number(last[1])];
  }
}

function wanted(readings: readonly number[], kinds: KindReader): [Kind, number][] {
  const found: [Kind, number][] = [];
  for (let i = 0; i + 1 < readings.length; i += 2) {
    const kind = kinds(readings[i] ?? -1);
    if (kind !== null) found.push([kind, readings[i + 1] ?? 0]);
  }
  return found;
}
