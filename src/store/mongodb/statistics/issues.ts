import type { Db, Document } from "mongodb";
import type { IssueStatistics, StatisticsQuery } from "../../statistics.ts";
import { readClockLag } from "../read/bounds.ts";
import { aside, frameMatch } from "./match.ts";

type Group = Omit<IssueStatistics, "count" | "frame">;

export async function issues(db: Db, query: StatisticsQuery, limit: number): Promise<IssueStatistics[]> {
  const pipeline = [
    { $match: { ...frameMatch(query, await readClockLag(db)), issues: { $exists: true } } },
    { $project: { action: 1, direction: 1, issues: 1 } },
    { $unwind: "$issues" },
    {
      $group: {
        _id: {
          action: { $ifNull: ["$action", null] },
          direction: "$direction",
          rule: "$issues.rule",
          severity: "$issues.severity",
          pointer: starred("$issues.pointer"),
        },
        count: { $sum: 1 },
        frame: { $max: "$_id" },
      },
    },
    {
      $sort: {
        count: -1,
        "_id.action": 1,
        "_id.direction": 1,
        "_id.pointer": 1,
        "_id.rule": 1,
        "_id.severity": 1,
      },
    },
    { $limit: limit },
  ];
  const groups = await db
    .collection("frames")
    .aggregate<{ _id: Group; count: number; frame: string }>(pipeline, aside)
    .toArray();
  return groups.map(({ _id, count, frame }) => ({ ..._id, count, frame }));
}

/** As `withoutIndexes` in statistics-rows.ts. */
function starred(pointer: string): Document {
  const parts = { $split: [pointer, "/"] };
  const isIndex = { $regexMatch: { input: "$$this", regex: "^(0|[1-9][0-9]*)$" } };
  return {
    $reduce: {
      input: { $slice: [parts, 1, 1_000_000] },
      initialValue: { $arrayElemAt: [parts, 0] },
      in: { $concat: ["$$value", "/", { $cond: [isIndex, "*", "$$this"] }] },
    },
  };
}
