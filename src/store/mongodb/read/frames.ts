import type { Db, Document } from "mongodb";
import { frameIdTime } from "../../../frames/frame-id.ts";
import { checkLimit } from "../../page.ts";
import type { FrameQuery, FrameRow, Page, PageRequest, Store } from "../../store.ts";
import { readClockLag, usualTimes } from "./bounds.ts";
import { conditionsOf, planFrames, withParts } from "./frame-plan.ts";
import type { FramePlan } from "./frame-plan.ts";
import { FrameRows } from "./frame-rows.ts";
import type { KnownFrames } from "./frame-rows.ts";
import { retryWhileAway } from "./retry-while-away.ts";
import { readPosition, writePosition } from "./position.ts";
import type { Position } from "./position.ts";
import { seriesHigh, seriesLow } from "../series-time.ts";
import { WindowWalk } from "./window-walk.ts";
import type { Scan } from "./window-walk.ts";

/** How long one page may search, ms, and through how many windows. */
export interface Budget {
  time: number;
  /** With words: reading texts is what costs most. */
  wordTime: number;
  windows: number;
}

export const usualBudget: Budget = { time: 3000, wordTime: 1500, windows: 200 };

/** A page ends early rather than hold more raw text than this, bytes. */
const pageBytes = 64 * 2 ** 20;
const streamSlice = { rows: 1000, bytes: 8 * 2 ** 20 };
/** Of a count that has to read texts. */
const countSlice = { rows: 1000, bytes: 16 * 2 ** 20 };

export type FrameReader = Store["frames"];

/** Frames in the time collection `frames`, in bounded windows of time. */
export function createFrameReader(db: Db, budget: Budget): FrameReader {
  const rows = new FrameRows(db);
  return {
    query: async (query, page) => await queryFrames(db, rows, budget, query, page),
    get: async (id) => {
      const time = frameIdTime(id);
      if (time === null) return null;
      const found = await db
        .collection("frames")
        .findOne(frameById(id, time), { projection: { payload: 0 } });
      return found === null ? null : ((await rows.rowsOf([found]))[0] ?? null);
    },
    stream: (query) => streamFrames(db, rows, query),
    count: async (query) => await countFrames(db, rows, query),
  };
}

function frameById(id: string, time: number): Document {
  return { t: { $gte: new Date(seriesLow(time)), $lte: new Date(seriesHigh(time)) }, _id: id };
}

async function queryFrames(
  db: Db,
  rows: FrameRows,
  budget: Budget,
  query: FrameQuery,
  page: PageRequest,
): Promise<Page<FrameRow>> {
  checkLimit(page);
  const from = page.cursor === undefined ? undefined : readPosition(page.cursor);
  const plan = await planOf(db, query);
  if (plan.empty) return { items: [], next: null };
  const walk = new WindowWalk(await scanOf(db, plan, page.order ?? "newest", from !== undefined), from);
  const until = performance.now() + (plan.wanted.words.length > 0 ? budget.wordTime : budget.time);
  const found: Document[] = [];
  const known: KnownFrames = new Map();
  let bytes = 0;
  for (let windows = 1; !walk.done && found.length <= page.limit && bytes < pageBytes; windows++) {
    const some = await walk.step(page.limit + 1 - found.length, pageBytes - bytes);
    for (const document of await rows.holding(plan, some, known)) {
      found.push(document);
      bytes += Number(document["size"]);
    }
    if (windows >= budget.windows || performance.now() > until) break;
  }
  const full = found.length > page.limit;
  const items = await rows.rowsOf(found.slice(0, page.limit), known);
  const last = found[page.limit - 1];
  if (full && last !== undefined) walk.rewind(last);
  if (walk.done) return { items, next: null };
  const next = writePosition(walk.position);
  return items.length < page.limit ? { items, next, reached: walk.reached } : { items, next };
}

/** Oldest first, up to the newest frame of the start. Another writer's frames that come late with an earlier time may be among them. */
async function* streamFrames(db: Db, rows: FrameRows, query: FrameQuery): AsyncGenerator<FrameRow> {
  const { plan, scan } = await retryWhileAway(async () => await boundedScan(db, query));
  if (plan.empty || scan === null) return;
  let walk = new WindowWalk(scan);
  let next = prefetched(slice());
  for (;;) {
    const { items, position } = await next;
    if (position === null) {
      yield* items;
      return;
    }
    next = prefetched(slice());
    yield* items;
  }

  /** What is held is held here: no cursor stays open on the server while the consumer takes its time. */
  async function slice(): Promise<{ items: FrameRow[]; position: Position | null }> {
    const before = walk.position;
    return await retryWhileAway(async () => {
      const known: KnownFrames = new Map();
      try {
        const some = await walk.step(streamSlice.rows, streamSlice.bytes);
        const held = await rows.holding(plan, some, known);
        return { items: await rows.rowsOf(held, known), position: walk.done ? null : walk.position };
      } catch (error) {
        if (scan !== null) walk = new WindowWalk(scan, walk.begun ? before : undefined);
        throw error;
      }
    });
  }
}

/** A rejection is not lost when the consumer stops before it asks for it. */
function prefetched<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Exact, window by window; documents are read only where the server cannot judge them. */
async function countFrames(db: Db, rows: FrameRows, query: FrameQuery): Promise<number> {
  const plan = await planOf(db, query);
  if (plan.empty) return 0;
  const scan = await scanOf(db, plan, "newest", false);
  if (plan.check === "all") return await countRead(rows, plan, scan);
  if (plan.movable.length === 0) return (await countAll(scan)).all;
  const { all, parts } = await countAll(scan);
  if (parts === 0) return all;
  return all - parts + (await countRead(rows, plan, { ...scan, others: [...plan.others, withParts] }));
}

async function countAll(scan: Scan): Promise<{ all: number; parts: number }> {
  const walk = new WindowWalk(scan);
  const total = { all: 0, parts: 0 };
  while (!walk.done) {
    const { all, parts } = await walk.countStep();
    total.all += all;
    total.parts += parts;
  }
  return total;
}

async function countRead(rows: FrameRows, plan: FramePlan, scan: Scan): Promise<number> {
  const walk = new WindowWalk({ ...scan, projection: { payload: 0, issues: 0 } });
  let count = 0;
  while (!walk.done) {
    const some = await walk.step(countSlice.rows, countSlice.bytes);
    count += (await rows.holding(plan, some, new Map())).length;
  }
  return count;
}

async function planOf(db: Db, query: FrameQuery): Promise<FramePlan> {
  return planFrames(query, query.to === undefined ? 0 : await readClockLag(db));
}

async function scanOf(db: Db, plan: FramePlan, order: Scan["order"], goesOn: boolean): Promise<Scan> {
  const known = goesOn || order === "newest" || plan.low > 0;
  return {
    collection: db.collection("frames"),
    order,
    byAt: false,
    indexed: plan.indexed,
    others: conditionsOf(plan),
    projection: { payload: 0 },
    low: plan.low,
    high: plan.high,
    usual: await usualTimes(db, known ? "newest" : "oldest"),
  };
}

/** A scan that ends at the newest frame of now; null when there is none. */
async function boundedScan(db: Db, query: FrameQuery): Promise<{ plan: FramePlan; scan: Scan | null }> {
  const plan = await planOf(db, query);
  if (plan.empty) return { plan, scan: null };
  const newest = await newestOf(await scanOf(db, planFrames({}, 0), "newest", false));
  if (newest === null) return { plan, scan: null };
  plan.high = Math.min(plan.high, newest.t + 1);
  plan.others.push({ _id: { $lte: newest.id } });
  return { plan, scan: await scanOf(db, plan, "oldest", false) };
}

/** Where the newest document of a collection stands; null when it has none. */
export async function newestOf(scan: Scan): Promise<Position | null> {
  const walk = new WindowWalk({ ...scan, order: "newest", projection: { t: 1, at: 1 } });
  while (!walk.done) {
    const [newest] = await walk.step(1, 1);
    if (newest !== undefined) return walk.position;
  }
  return null;
}
