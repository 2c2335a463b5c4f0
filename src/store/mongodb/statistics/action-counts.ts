import type { Db, Document } from "mongodb";
import type { ActionCounts } from "../../statistics-rows.ts";
import { aside, one } from "./match.ts";

const isError = [
  { $map: { input: { $ifNull: ["$issues", []] }, in: { $eq: ["$$this.severity", "error"] } } },
];
const answer = { $in: ["$kind", ["callResult", "callError", "callResultError"]] };
const request = { $in: ["$kind", ["call", "send"]] };

export interface CountedAction extends ActionCounts {
  /** Answers whose latency is known. */
  timed: number;
}

/** How many messages of each action, or of each action and station; `station` is empty otherwise. */
export async function countActions(db: Db, match: Document, perStation: boolean): Promise<CountedAction[]> {
  const pipeline = [
    { $match: { ...match, action: match["action"] ?? { $type: "string" } } },
    {
      $group: {
        _id: { action: "$action", ...(perStation ? { station: "$meta.station" } : {}) },
        in: { $sum: one(request, { $eq: ["$direction", "in"] }) },
        out: { $sum: one(request, { $eq: ["$direction", "out"] }) },
        results: { $sum: one({ $eq: ["$kind", "callResult"] }) },
        errors: { $sum: one({ $in: ["$kind", ["callError", "callResultError"]] }) },
        timed: { $sum: one(answer, { $isNumber: "$latency" }) },
        invalid: { $sum: one({ $anyElementTrue: isError }) },
      },
    },
  ];
  const groups = await db
    .collection("frames")
    .aggregate<Omit<CountedAction, "action" | "station"> & { _id: { action: string; station?: string } }>(
      pipeline,
      aside,
    )
    .toArray();
  return groups.map(({ _id, ...counts }) => ({ ...counts, action: _id.action, station: _id.station ?? "" }));
}
