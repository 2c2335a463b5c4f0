import type { Issue } from "../../../protocol/validate/issue.ts";
import { FrameIdSequence } from "../../frames/frame-id.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import { isError } from "../is-error.ts";
import type { Batch, SampleRow, TransactionRow } from "../store.ts";
import type {
  ActionStatistics,
  IssueStatistics,
  SampleSeries,
  Statistics,
  StatisticsQuery,
} from "../statistics.ts";

export const statisticsFrom = 1_700_000_000_000;
export const statisticsTo = statisticsFrom + 600_000;
const writer = "statistics/1";

export interface Records {
  batches: Batch[];
  transactionKeys: string[];
}

export function recordedBatch(number: number, part: Partial<Batch>): Batch {
  return { writer, number, frames: [], transactions: [], samples: [], events: [], connections: [], ...part };
}

/** Frames, transactions and samples without any sense, the same for one seed: odd names, a clock that jumps back. */
export function randomRecords(seed: number, size = 900): Records {
  const random = generator(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const ids = new FrameIdSequence();
  const stations = ["CS-1", "CS-1", "CS-1", "CS-2", "Säule/3", "0", "__proto__"];
  const step = (statisticsTo - statisticsFrom) / size;
  const frames = Array.from({ length: size }, (_, i): FrameRecord => {
    const recorded = statisticsFrom + Math.floor(i * step);
    const at = recorded + (random() < 0.1 ? -Math.floor(random() * 5000) : 0) + pick([0, 0.25, 0.5]);
    const kind = pick([
      "call",
      "call",
      "callResult",
      "callResult",
      "callError",
      "callResultError",
      "send",
      "fault",
      "opened",
    ] as const);
    const link = kind === "opened";
    const answer = kind === "callResult" || kind === "callError" || kind === "callResultError";
    return {
      id: ids.next(recorded),
      writer,
      at,
      station: pick(stations),
      connection: "1",
      dialect: "2.1",
      direction: pick(["in", "out"]),
      kind,
      action: link || random() < 0.05 ? null : pick(["Heartbeat", "Authorize", "a.b", "$x", "constructor"]),
      messageId: link ? null : `m${i}`,
      raw: "x".repeat(Math.floor(random() * 20)),
      size: Math.floor(random() * 1000),
      pair: answer ? "0".repeat(26) : null,
      latency: answer && random() < 0.9 ? pick([random() * 100, Math.floor(random() * 10), 0]) : null,
      error: kind === "callError" ? "InternalError" : null,
      issues:
        random() < 0.2 ? Array.from({ length: 1 + Math.floor(random() * 3) }, () => randomIssue(pick)) : [],
      marks: [],
    };
  });
  const transactions = Array.from({ length: 40 }, (_, i): TransactionRow => {
    const station = pick(stations);
    const startedAt = statisticsFrom + Math.floor((random() * (statisticsTo - statisticsFrom)) / 10) * 10;
    const ended = random() < 0.6;
    return {
      key: `${station}#${i}`,
      station,
      dialect: "1.6J",
      transactionId: String(i),
      evse: pick([1, 2]),
      connector: 1,
      idToken: null,
      startedAt,
      endedAt: ended ? startedAt + 1000 : null,
      meterStart: Math.floor(random() * 2000),
      meterStop: ended && random() < 0.9 ? Math.floor(random() * 5000) : null,
      stoppedReason: null,
    };
  });
  const samples = transactions.slice(0, 30).flatMap((of) =>
    Array.from({ length: 12 }, (_, i): SampleRow => {
      const [measurand, unit] = pick([
        ["Energy.Active.Import.Register", "Wh"],
        ["Energy.Active.Import.Register", "kWh"],
        ["Voltage", "V"],
        ["Power.Active.Import", "W"],
      ] as const);
      return {
        at: of.startedAt + i * 1000 + Math.floor(random() * 2) * 500,
        station: of.station,
        evse: of.evse,
        connector: 1,
        transactionKey: random() < 0.9 ? of.key : null,
        measurand,
        phase: pick([null, null, "L1"]),
        location: pick([null, "Outlet", "Inlet"]),
        unit,
        context: pick(["Sample.Periodic", "Transaction.End"]),
        value: unit === "kWh" ? Math.floor(random() * 10) : Math.floor(random() * 8000),
      };
    }),
  );
  const third = Math.ceil(size / 3);
  return {
    batches: [0, 1, 2].map((i) =>
      recordedBatch(i + 1, {
        frames: frames.slice(i * third, (i + 1) * third),
        ...(i === 1 ? { transactions, samples } : {}),
      }),
    ),
    transactionKeys: transactions.map((row) => row.key),
  };
}

function randomIssue(pick: <T>(list: readonly T[]) => T): Issue {
  return {
    pointer: pick(["", "/a", "/a/0/b", "/a/12/b", "/a/0", "/0", "/01/x", "/a~1b/3", "/x.$y"]),
    rule: pick(["type", "enum"]),
    severity: pick(["error", "warning"]),
    code: "X",
    expected: "something else",
  };
}

/** Mulberry32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The contract in its plainest form. */
export function naiveStatistics({ batches }: Records): Statistics {
  const all = batches.flatMap((batch) => batch.frames);
  const transactions = batches.flatMap((batch) => batch.transactions);
  const samples = batches.flatMap((batch) => batch.samples);
  const wanted = (query: StatisticsQuery, at: number, station: string): boolean =>
    at >= (query.from ?? -Infinity) &&
    at < (query.to ?? Infinity) &&
    (query.stations?.includes(station) ?? true);
  const framesOf = (query: StatisticsQuery): FrameRecord[] =>
    all.filter((f) => wanted(query, f.at, f.station));
  return {
    actions: async (query) =>
      [
        ...groups(
          framesOf(query).filter((f) => f.action !== null),
          (f) => f.action ?? "",
        ),
      ]
        .map(([action, list]) => count(action, list))
        .sort(order((row) => [row.action])),
    slowest: async (query, limit) =>
      [
        ...groups(
          framesOf(query).filter((f) => f.action !== null),
          (f) => JSON.stringify([f.station, f.action]),
        ).values(),
      ]
        .map((list) => ({ ...count(list[0]?.action ?? "", list), station: list[0]?.station ?? "" }))
        .filter((row) => row.latency !== null)
        .sort(order((row) => [-(row.latency?.p95 ?? 0), row.station, row.action]))
        .slice(0, limit),
    traffic: async (query, slices) => {
      const width = (query.to - query.from) / slices;
      return Array.from({ length: slices }, (_, i) => {
        const list = framesOf(query).filter((f) => Math.floor((f.at - query.from) / width) === i);
        return {
          at: query.from + i * width,
          in: list.filter((f) => f.direction === "in").length,
          out: list.filter((f) => f.direction === "out").length,
          bytes: sum(list.map((f) => f.size)),
          errors: list.filter(isError).length,
        };
      });
    },
    energy: async (query, by, limit) => {
      const rows = transactions.filter((t) => wanted(query, t.startedAt, t.station));
      const key = (t: TransactionRow): string =>
        JSON.stringify([t.station, by === "station" ? null : t.evse, by === "transaction" ? t.key : null]);
      return [...groups(rows, key)]
        .map(([text, list]) => {
          const [station, evse, transactionKey] = JSON.parse(text) as [string, number | null, string | null];
          return {
            station,
            evse,
            transactionKey,
            transactions: list.length,
            energy: sum(list.map((t) => energyOf(t, samples))),
          };
        })
        .sort(order((row) => [-row.energy, row.station, row.evse ?? 0, row.transactionKey ?? ""]))
        .slice(0, limit);
    },
    series: async (query, points) => {
      const rows = samples
        .filter((s) => wanted(query, s.at, s.station))
        .filter((s) => query.transactionKey === undefined || s.transactionKey === query.transactionKey)
        .filter((s) => query.measurands?.includes(s.measurand) ?? true)
        .sort((a, b) => a.at - b.at);
      const from = query.from ?? rows[0]?.at ?? 0;
      const width = ((query.to ?? rows.at(-1)?.at ?? 0) - from) / points;
      const place = (s: SampleRow): string =>
        String(width === 0 ? 0 : Math.min(points - 1, Math.floor((s.at - from) / width)));
      const lines = groups(rows, (s) =>
        JSON.stringify([s.station, s.evse, s.connector, s.measurand, s.phase, s.location, s.unit]),
      );
      return [...lines.values()]
        .flatMap((list): SampleSeries[] => {
          const [first] = list;
          if (first === undefined) return [];
          const { station, evse, connector, measurand, phase, location, unit } = first;
          const slices = [...groups(list, place).values()].map((slice) => {
            const values = slice.map((s) => s.value);
            return {
              at: slice[0]?.at ?? 0,
              min: Math.min(...values),
              max: Math.max(...values),
              mean: sum(values) / values.length,
              count: values.length,
            };
          });
          return [{ station, evse, connector, measurand, phase, location, unit, points: slices }];
        })
        .sort(
          order((s) => [
            s.station,
            s.evse,
            s.connector,
            s.measurand,
            s.phase ?? "",
            s.location ?? "",
            s.unit,
          ]),
        );
    },
    silent: async (before, limit, since = -Infinity) =>
      [
        ...groups(
          all.filter((f) => f.at >= since),
          (f) => f.station,
        ),
      ]
        .map(([station, list]) => ({ station, lastAt: Math.max(...list.map((f) => f.at)) }))
        .filter((row) => row.lastAt < before)
        .sort(order((row) => [row.lastAt, row.station]))
        .slice(0, limit),
    issues: async (query, limit) => {
      const found = framesOf(query).flatMap((f) => f.issues.map((issue) => ({ f, issue })));
      const key = ({ f, issue }: (typeof found)[number]): string =>
        JSON.stringify([f.action, f.direction, issue.rule, issue.severity, starred(issue.pointer)]);
      return [...groups(found, key).values()]
        .flatMap((list): IssueStatistics[] => {
          const [first] = list;
          if (first === undefined) return [];
          const { action, direction } = first.f;
          const { rule, severity, pointer } = first.issue;
          const frame =
            list
              .map((one) => one.f.id)
              .sort()
              .at(-1) ?? "";
          return [
            { action, direction, rule, severity, pointer: starred(pointer), count: list.length, frame },
          ];
        })
        .sort(
          order((row) => [-row.count, row.action ?? "", row.direction, row.pointer, row.rule, row.severity]),
        )
        .slice(0, limit);
    },
  };
}

function count(action: string, list: readonly FrameRecord[]): ActionStatistics {
  const of = (...kinds: FrameRecord["kind"][]): FrameRecord[] => list.filter((f) => kinds.includes(f.kind));
  const requests = of("call", "send");
  const [results, errors] = [of("callResult").length, of("callError", "callResultError").length];
  const latencies = of("callResult", "callError", "callResultError")
    .flatMap((f) => (f.latency === null ? [] : [f.latency]))
    .sort((a, b) => a - b);
  const at = (percent: number): number =>
    latencies.find((_, i) => (i + 1) * 100 >= percent * latencies.length) ?? NaN;
  return {
    action,
    requests: {
      in: requests.filter((f) => f.direction === "in").length,
      out: requests.filter((f) => f.direction === "out").length,
    },
    results,
    errors,
    invalid: list.filter((f) => f.issues.some((issue) => issue.severity === "error")).length,
    errorRate: results + errors === 0 ? 0 : errors / (results + errors),
    latency:
      latencies.length === 0 ? null : { min: at(0), p50: at(50), p95: at(95), p99: at(99), max: at(100) },
  };
}

function energyOf(t: TransactionRow, samples: readonly SampleRow[]): number {
  const register = samples
    .filter((s) => s.transactionKey === t.key && s.measurand === "Energy.Active.Import.Register")
    .filter((s) => s.phase === null && s.location !== "Inlet")
    .sort((a, b) => a.at - b.at)
    .at(-1);
  const newest =
    register === undefined ? t.meterStart : register.value * (register.unit === "kWh" ? 1000 : 1);
  return Math.max(0, (t.meterStop ?? newest) - t.meterStart);
}

function starred(pointer: string): string {
  return pointer
    .split("/")
    .map((part) => (String(Number(part)) === part ? "*" : part))
    .join("/");
}

function groups<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  return Map.groupBy(list, key);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Orders by parts. */
function order<T>(parts: (item: T) => (string | number)[]): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [parts(a), parts(b)];
    const at = left.findIndex((part, i) => part !== right[i]);
    const [l, r] = [left[at], right[at]];
    return l === undefined || r === undefined ? 0 : l < r ? -1 : 1;
  };
}
