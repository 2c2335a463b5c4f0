import type { OpenAPIHono } from "@hono/zod-openapi";
import { defined } from "../defined.ts";
import type { StatisticsQuery, TimeSpan } from "../store/statistics.ts";
import type { ApiParts } from "./parts.ts";
import { ProblemError } from "./problem.ts";
import { sampleQuery } from "./queries.ts";
import { ok, route, routes } from "./routes.ts";
import * as schema from "./schema/statistics.ts";

const hour = 3_600_000;
const usualSilence = 300_000;
const silentSpan = 30 * 24 * hour;

const actions = route.get(
  "/api/statistics/actions",
  "Messages per action: how many, how many failed, how long answers took",
  { query: schema.actionsQuery },
  ok("By name of action.", schema.actionsAnswer),
);
const slowest = route.get(
  "/api/statistics/slowest",
  "Messages per action and station, slowest 95th percentile first",
  { query: schema.slowestQuery },
  ok("Slowest first.", schema.slowestAnswer),
);
const traffic = route.get(
  "/api/statistics/traffic",
  "Frames over time, in slices of equal width",
  { query: schema.trafficQuery },
  ok("Oldest slice first, empty ones too.", schema.trafficAnswer),
);
const energy = route.get(
  "/api/statistics/energy",
  "Energy of the transactions that began in the range, by station, EVSE or transaction",
  { query: schema.energyQuery },
  ok("Most first.", schema.energyAnswer),
);
const series = route.get(
  "/api/statistics/series",
  "Meter samples of a transaction or station, thinned out for a plot",
  { query: schema.seriesQuery },
  ok("One line per series.", schema.seriesAnswer),
);
const silent = route.get(
  "/api/statistics/silent",
  "Stations that have not been heard of for a while",
  { query: schema.silentQuery },
  ok("Longest silent first.", schema.silentAnswer),
);
const issues = route.get(
  "/api/statistics/issues",
  "What validation found most often",
  { query: schema.issuesQuery },
  ok("Most frequent first.", schema.issuesAnswer),
);

/** What can be counted over all that was recorded. */
export function statisticsRoutes({ store, now }: ApiParts): OpenAPIHono {
  const { statistics } = store;
  /** What is counted in the range that was asked for, and that range. */
  const inRange = async <Items>(
    query: Asked,
    count: (of: StatisticsQuery & TimeSpan) => Promise<Items>,
  ): Promise<{ range: TimeSpan; items: Items }> => {
    const range = usualRange(query, now());
    return { range, items: await count(defined({ ...range, stations: query.station })) };
  };
  return routes()
    .openapi(actions, async (c) => {
      const query = c.req.valid("query");
      return c.json(await inRange(query, (of) => statistics.actions(of)), 200);
    })
    .openapi(slowest, async (c) => {
      const query = c.req.valid("query");
      return c.json(await inRange(query, (of) => statistics.slowest(of, query.limit)), 200);
    })
    .openapi(traffic, async (c) => {
      const query = c.req.valid("query");
      const { range, items } = await inRange(query, (of) => statistics.traffic(of, query.slices));
      return c.json({ range, width: (range.to - range.from) / query.slices, items }, 200);
    })
    .openapi(energy, async (c) => {
      const query = c.req.valid("query");
      return c.json(await inRange(query, (of) => statistics.energy(of, query.by, query.limit)), 200);
    })
    .openapi(series, async (c) => {
      const { points, from, to, ...query } = c.req.valid("query");
      const { transactionKey } = query;
      if (query.station === undefined && transactionKey === undefined)
        throw new ProblemError({
          code: "bad-request",
          message: 'Say whose samples: "transactionKey" (see /api/transactions) or "station".',
          field: "transactionKey",
        });
      // A transaction has its own beginning and end; only a station needs a range.
      const range = transactionKey === undefined ? usualRange({ from, to }, now()) : checked(from, to);
      const items = await statistics.series(sampleQuery({ ...query, ...range }), points);
      return c.json({ range: { from: range.from ?? null, to: range.to ?? null }, items }, 200);
    })
    .openapi(silent, async (c) => {
      const { limit, ...query } = c.req.valid("query");
      const before = query.before ?? now() - usualSilence;
      const since = query.since ?? before - silentSpan;
      if (since >= before) throw empty("since", "before", since, before);
      return c.json({ before, since, items: await statistics.silent(before, limit, since) }, 200);
    })
    .openapi(issues, async (c) => {
      const query = c.req.valid("query");
      return c.json(await inRange(query, (of) => statistics.issues(of, query.limit)), 200);
    });
}

interface Asked {
  station?: string[] | undefined;
  from?: number | undefined;
  to?: number | undefined;
}

/** The last hour, where nothing else was said. */
function usualRange(query: Pick<Asked, "from" | "to">, now: number): TimeSpan {
  const to = query.to ?? now;
  const from = query.from ?? to - hour;
  checked(from, to);
  return { from, to };
}

function checked(from: number | undefined, to: number | undefined): Partial<TimeSpan> {
  if (from !== undefined && to !== undefined && from >= to) throw empty("from", "to", from, to);
  return defined({ from, to });
}

function empty(first: string, second: string, from: number, to: number): ProblemError {
  return new ProblemError({
    code: "bad-request",
    message:
      `The range is empty: "${first}" (${spelled(from)}) must be before "${second}" (${spelled(to)}). ` +
      `Without "${second}" it ends ${second === "to" ? "now" : "five minutes ago"}.`,
    field: first,
  });
}

function spelled(at: number): string {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at);
}
