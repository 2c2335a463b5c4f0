import { createRoute } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { defined } from "../defined.ts";
import type { StatisticsQuery, TimeSpan } from "../store/statistics.ts";
import type { ApiParts } from "./parts.ts";
import { ProblemError } from "./problem.ts";
import { json, problem, routes } from "./routes.ts";
import * as schema from "./schema/statistics.ts";

const hour = 3_600_000;
const usualSilence = 300_000;
const silentSpan = 30 * 24 * hour;

const actions = createRoute({
  method: "get",
  path: "/api/statistics/actions",
  summary: "Messages per action: how many, how many failed, how long answers took",
  request: { query: schema.actionsQuery },
  responses: { 200: json("By name of action.", schema.actionsAnswer), default: problem },
});
const slowest = createRoute({
  method: "get",
  path: "/api/statistics/slowest",
  summary: "Messages per action and station, slowest 95th percentile first",
  request: { query: schema.slowestQuery },
  responses: { 200: json("Slowest first.", schema.slowestAnswer), default: problem },
});
const traffic = createRoute({
  method: "get",
  path: "/api/statistics/traffic",
  summary: "Frames over time, in slices of equal width",
  request: { query: schema.trafficQuery },
  responses: { 200: json("Oldest slice first, empty ones too.", schema.trafficAnswer), default: problem },
});
const energy = createRoute({
  method: "get",
  path: "/api/statistics/energy",
  summary: "Energy of the transactions that began in the range, by station, EVSE or transaction",
  request: { query: schema.energyQuery },
  responses: { 200: json("Most first.", schema.energyAnswer), default: problem },
});
const series = createRoute({
  method: "get",
  path: "/api/statistics/series",
  summary: "Meter samples of a transaction or station, thinned out for a plot",
  request: { query: schema.seriesQuery },
  responses: { 200: json("One line per series.", schema.seriesAnswer), default: problem },
});
const silent = createRoute({
  method: "get",
  path: "/api/statistics/silent",
  summary: "Stations that have not been heard of for a while",
  request: { query: schema.silentQuery },
  responses: { 200: json("Longest silent first.", schema.silentAnswer), default: problem },
});
const issues = createRoute({
  method: "get",
  path: "/api/statistics/issues",
  summary: "What validation found most often",
  request: { query: schema.issuesQuery },
  responses: { 200: json("Most frequent first.", schema.issuesAnswer), default: problem },
});

/** What can be counted over all that was recorded. */
export function statisticsRoutes({ store, now }: ApiParts): OpenAPIHono {
  const { statistics } = store;
  return routes()
    .openapi(actions, async (c) => {
      const [query, range] = asked(c.req.valid("query"), now());
      return c.json({ range, items: await statistics.actions(query) }, 200);
    })
    .openapi(slowest, async (c) => {
      const valid = c.req.valid("query");
      const [query, range] = asked(valid, now());
      return c.json({ range, items: await statistics.slowest(query, valid.limit) }, 200);
    })
    .openapi(traffic, async (c) => {
      const valid = c.req.valid("query");
      const [query, range] = asked(valid, now());
      const items = await statistics.traffic(query, valid.slices);
      return c.json({ range, width: (range.to - range.from) / valid.slices, items }, 200);
    })
    .openapi(energy, async (c) => {
      const valid = c.req.valid("query");
      const [query, range] = asked(valid, now());
      return c.json({ range, items: await statistics.energy(query, valid.by, valid.limit) }, 200);
    })
    .openapi(series, async (c) => {
      const { transactionKey, measurand: measurands, points, station, from, to } = c.req.valid("query");
      if (station === undefined && transactionKey === undefined)
        throw new ProblemError({
          code: "bad-request",
          message: 'Say whose samples: "transactionKey" (see /api/transactions) or "station".',
          field: "transactionKey",
        });
      // A transaction has its own beginning and end; only a station needs a range.
      const range = transactionKey === undefined ? usualRange({ from, to }, now()) : checked(from, to);
      const query = defined({ stations: station, transactionKey, measurands, ...range });
      const items = await statistics.series(query, points);
      return c.json({ range: { from: range.from ?? null, to: range.to ?? null }, items }, 200);
    })
    .openapi(silent, async (c) => {
      const valid = c.req.valid("query");
      const before = valid.before ?? now() - usualSilence;
      const since = valid.since ?? before - silentSpan;
      if (since >= before) throw empty("since", "before", since, before);
      return c.json({ before, since, items: await statistics.silent(before, valid.limit, since) }, 200);
    })
    .openapi(issues, async (c) => {
      const valid = c.req.valid("query");
      const [query, range] = asked(valid, now());
      return c.json({ range, items: await statistics.issues(query, valid.limit) }, 200);
    });
}

interface Asked {
  station?: string[] | undefined;
  from?: number | undefined;
  to?: number | undefined;
}

/** The words of a URL as the store's query, with a range in any case. */
function asked(query: Asked, now: number): [StatisticsQuery & TimeSpan, TimeSpan] {
  const range = usualRange(query, now);
  return [{ ...range, ...(query.station === undefined ? {} : { stations: query.station }) }, range];
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
