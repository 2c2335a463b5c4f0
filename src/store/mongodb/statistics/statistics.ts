import type { Db } from "mongodb";
import type { Statistics } from "../../statistics.ts";
import { actions, slowest } from "./actions.ts";
import { energy } from "./energy.ts";
import { issues } from "./issues.ts";
import { series } from "./series.ts";
import { silent } from "./silent.ts";
import { traffic } from "./traffic.ts";

/** Statistics by aggregation pipelines that MongoDB 6.0 understands. */
export function mongoStatistics(db: Db): Statistics {
  return {
    actions: async (query) => await actions(db, query),
    slowest: async (query, limit) => await slowest(db, query, limit),
    traffic: async (query, slices) => await traffic(db, query, slices),
    energy: async (query, by, limit) => await energy(db, query, by, limit),
    series: async (query, points) => await series(db, query, points),
    silent: async (before, limit, since) => await silent(db, before, limit, since),
    issues: async (query, limit) => await issues(db, query, limit),
  };
}
