import type { Db } from "mongodb";
import { frameIdTime } from "../../../frames/frame-id.ts";
import type { FrameRecord } from "../../../frames/frame.ts";
import type { WriterDocument } from "../shapes.ts";
import { frameTime } from "./frame-document.ts";

/** Number of the writer's last batch that is here in full; 0 for none. */
export async function watermarkOf(db: Db, writer: string): Promise<number> {
  const found = await db
    .collection<WriterDocument>("writers")
    .findOne({ _id: writer }, { projection: { batch: 1 } });
  return found?.batch ?? 0;
}

/** Says that a writer's batches up to this number are here in full. It never goes back. `own`: who says it. */
export async function putWatermark(
  db: Db,
  mark: { writer: string; number: number; clockLag: number; own: string },
): Promise<void> {
  const { writer, number, clockLag, own } = mark;
  const isOwn = writer === own;
  await db.collection<WriterDocument>("writers").updateOne(
    { _id: writer },
    {
      $max: { batch: number, clockLag },
      ...(isOwn ? { $currentDate: { seenAt: true } } : {}),
      // A writer whose records came by another hand, such as a spool that was carried over.
      $setOnInsert: {
        name: writer.slice(0, Math.max(0, writer.lastIndexOf("/"))) || writer,
        host: "",
        pid: 0,
        folder: "",
        startedAt: frameIdTime(writer.slice(writer.lastIndexOf("/") + 1)) ?? Date.now(),
        endedAt: null,
        ...(isOwn ? {} : { seenAt: new Date() }),
      },
    },
    { upsert: true },
  );
}

/** ms: how far the clock was behind the times of the ids, at most. */
export function clockLagOf(frames: readonly FrameRecord[]): number {
  let lag = 0;
  for (const { id, at } of frames) lag = Math.max(lag, frameTime(id) - at);
  return lag;
}
