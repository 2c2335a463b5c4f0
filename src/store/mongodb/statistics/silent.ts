import type { Db } from "mongodb";
import type { SilentStation } from "../../statistics.ts";
import { aside, frameMatch } from "./match.ts";

export async function silent(
  db: Db,
  before: number,
  limit: number,
  since: number | undefined,
): Promise<SilentStation[]> {
  const pipeline = [
    { $match: frameMatch(since === undefined ? {} : { from: since }, 0) },
    { $group: { _id: "$meta.station", lastAt: { $max: "$at" } } },
    { $match: { lastAt: { $lt: before } } },
    { $sort: { lastAt: 1, _id: 1 } },
    { $limit: limit },
  ];
  const groups = await db
    .collection("frames")
    .aggregate<{ _id: string; lastAt: number }>(pipeline, aside)
    .toArray();
  return groups.map(({ _id, lastAt }) => ({ station: _id, lastAt }));
}
