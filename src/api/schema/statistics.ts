import { z } from "@hono/zod-openapi";
import { strict } from "../../input/strict.ts";
import { epoch, moment, ofStation, repeatable } from "./common.ts";

function whole(most: number, usual: number, description: string) {
  return z.coerce.number().int().min(1).max(most).default(usual).openapi({
    type: "integer",
    minimum: 1,
    maximum: most,
    default: usual,
    description,
  });
}

const limit = whole(1000, 20, "Most rows.");
const rangeShape = {
  station: ofStation,
  from: moment("Inclusive; without it an hour before `to`."),
  to: moment("Exclusive; without it now."),
};

export const actionsQuery = strict(rangeShape);
export const slowestQuery = strict({ ...rangeShape, limit });
export const trafficQuery = strict({
  ...rangeShape,
  slices: whole(2000, 120, "Slices of equal width into which the range is cut."),
});
export const energyQuery = strict({
  ...rangeShape,
  by: z.enum(["station", "evse", "transaction"]).default("station"),
  limit,
});
export const seriesQuery = strict({
  station: ofStation,
  transactionKey: z.string().min(1).max(255).optional(),
  measurand: repeatable(z.string().min(1).max(100), "Measurand, e.g. Power.Active.Import."),
  from: moment("Inclusive; without it the first sample of the transaction, or an hour before `to`."),
  to: moment("Exclusive; without it the last sample of the transaction, or now."),
  points: whole(5000, 500, "Most points of a series: as many as the plot is wide."),
});
export const silentQuery = strict({
  before: moment("The last frame must be older; without it five minutes ago."),
  since: moment("Only frames from here on are looked at; without it 30 days before `before`."),
  limit,
});
export const issuesQuery = strict({ ...rangeShape, limit });

const count = z.number().int().min(0);

const range = z.object({ from: epoch, to: epoch }).openapi("StatisticsRange", {
  description: "The range that was looked at: `from` inclusive, `to` exclusive.",
});

const actionShape = {
  action: z.string(),
  requests: z.object({ in: count, out: count }).openapi({ description: "Seen from the station." }),
  results: count,
  errors: count.openapi({ description: "CALLERROR and CALLRESULTERROR." }),
  invalid: count.openapi({ description: "Frames with an issue of severity error." }),
  errorRate: z.number().openapi({ description: "Errors of all answers, 0 to 1." }),
  latency: z.union([
    z
      .object({ min: z.number(), p50: z.number(), p95: z.number(), p99: z.number(), max: z.number() })
      .openapi("LatencyStatistics", { description: "Milliseconds; percentiles by nearest rank." }),
    z.null(),
  ]),
};

export const actionsAnswer = z
  .object({ range, items: z.array(z.object(actionShape)) })
  .openapi("ActionStatistics");

export const slowestAnswer = z
  .object({ range, items: z.array(z.object({ station: z.string(), ...actionShape })) })
  .openapi("SlowestStations");

export const trafficAnswer = z
  .object({
    range,
    width: z.number().openapi({ description: "Of a slice, milliseconds." }),
    items: z.array(z.object({ at: epoch, in: count, out: count, bytes: count, errors: count })),
  })
  .openapi("Traffic");

export const energyAnswer = z
  .object({
    range,
    items: z.array(
      z.object({
        station: z.string(),
        evse: z.number().nullable(),
        transactionKey: z.string().nullable(),
        transactions: count,
        energy: z.number().openapi({ description: "Wh" }),
      }),
    ),
  })
  .openapi("Energy");

export const seriesAnswer = z
  .object({
    range: z
      .object({ from: epoch.nullable(), to: epoch.nullable() })
      .openapi({ description: "Null: from the first, or to the last sample of the transaction." }),
    items: z.array(
      z.object({
        station: z.string(),
        evse: z.number(),
        connector: z.number(),
        measurand: z.string(),
        phase: z.string().nullable(),
        location: z.string().nullable(),
        unit: z.string(),
        points: z.array(z.object({ at: epoch, min: z.number(), max: z.number(), mean: z.number(), count })),
      }),
    ),
  })
  .openapi("SampleSeries");

export const silentAnswer = z
  .object({
    before: epoch,
    since: epoch,
    items: z.array(z.object({ station: z.string(), lastAt: epoch })),
  })
  .openapi("SilentStations");

export const issuesAnswer = z
  .object({
    range,
    items: z.array(
      z.object({
        action: z.string().nullable(),
        direction: z.enum(["in", "out"]),
        rule: z.string(),
        severity: z.string(),
        pointer: z.string().openapi({ description: "JSON pointer with every array index as `*`." }),
        count,
        frame: z.string().openapi({ description: "The newest frame that has it." }),
      }),
    ),
  })
  .openapi("IssueStatistics");
