import type { z } from "@hono/zod-openapi";
import type * as schema from "../../src/api/schema/statistics.ts";
import type { Ask } from "./ask.ts";

/** What each question answers, by the last part of its path; each with the range it is about. */
export interface StatisticsAnswers {
  actions: z.infer<typeof schema.actionsAnswer>;
  slowest: z.infer<typeof schema.slowestAnswer>;
  traffic: z.infer<typeof schema.trafficAnswer>;
  energy: z.infer<typeof schema.energyAnswer>;
  series: z.infer<typeof schema.seriesAnswer>;
  silent: z.infer<typeof schema.silentAnswer>;
  issues: z.infer<typeof schema.issuesAnswer>;
}

export type StatisticsRow<K extends keyof StatisticsAnswers> = StatisticsAnswers[K]["items"][number];
export type TimeSpan = StatisticsAnswers["actions"]["range"];

export const statisticsApi = (ask: Ask) => ({
  statistics: <K extends keyof StatisticsAnswers>(name: K, query: string) =>
    ask<StatisticsAnswers[K]>("GET", `statistics/${name}?${query}`),
});
