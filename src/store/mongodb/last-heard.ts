import type { Db } from "mongodb";
import type { FrameRecord } from "../../frames/frame.ts";
import { writeUpserts } from "./append/upserts.ts";
import { firstTime, lastTime } from "./series-time.ts";
import type { LastHeardDocument } from "./shapes.ts";

/** ms. A station's last frame is noted anew when it is so much later than what was noted: not with every batch. */
export const heardStep = 60_000;

/** Notes when stations were last heard of, so that nobody has to go through the frames to know which ones are silent. */
export class LastHeard {
  /** What this process noted, epoch ms by station. */
  readonly #noted = new Map<string, number>();

  /** Before the batch counts as written: afterwards a repetition would be left out. */
  async note(db: Db, frames: readonly FrameRecord[]): Promise<void> {
    const latest = new Map<string, number>();
    for (const { station, at } of frames)
      if (at > (latest.get(station) ?? -Infinity)) latest.set(station, at);
    const news = [...latest].filter(
      ([station, at]) => at >= (this.#noted.get(station) ?? -Infinity) + heardStep,
    );
    if (news.length === 0) return;
    await writeLatest(db, news);
    for (const [station, at] of news) this.#noted.set(station, at);
  }
}

/** For a database whose frames came before anybody noted it. Reads all of them. */
export async function noteAllHeard(db: Db): Promise<void> {
  const pipeline = [
    { $match: { t: { $gte: new Date(firstTime), $lte: new Date(lastTime) } } },
    { $group: { _id: "$meta.station", at: { $max: "$at" } } },
  ];
  const found = await db
    .collection("frames")
    .aggregate<LastHeardDocument>(pipeline, { allowDiskUse: true })
    .toArray();
  await writeLatest(
    db,
    found.map(({ _id, at }) => [_id, at]),
  );
}

async function writeLatest(db: Db, latest: readonly [station: string, at: number][]): Promise<void> {
  const upserts = latest.map(([station, at]) => ({ filter: { _id: station }, update: { $max: { at } } }));
  await writeUpserts(db, "last_heard", upserts);
}
