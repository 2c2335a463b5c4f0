import type { Db, Document } from "mongodb";
import { defined } from "../../../defined.ts";
import { checkLimit } from "../../page.ts";
import { rowMembers } from "../../row-members.ts";
import type { TransactionEventRow } from "../../rows.ts";
import type { Page, PageRequest, Rows, SampleQuery, SampleRow, TransactionEventQuery } from "../../store.ts";
import type { SampleDocument, TransactionEventDocument } from "../shapes.ts";
import { firstTime, lastTime, seriesHigh, seriesLow } from "../series-time.ts";
import { usualTimes } from "./bounds.ts";
import { between, oneOf } from "./frame-plan.ts";
import type { Budget } from "./frames.ts";
import { newestOf } from "./frames.ts";
import { retryWhileAway } from "./retry-while-away.ts";
import { rowReader } from "./row-readers.ts";
import { readPosition, writePosition } from "./position.ts";
import { WindowWalk } from "./window-walk.ts";
import type { Scan } from "./window-walk.ts";

const streamSlice = 1000;
const enough = Number.MAX_SAFE_INTEGER;

interface SeriesQuery {
  stations?: string[];
  transactionKey?: string;
  measurands?: string[];
  from?: number;
  to?: number;
}

/** `meter_samples`, by time. */
export function createSampleReader(db: Db, budget: Budget): Rows<SampleRow, SampleQuery> {
  return createSeriesReader(db, budget, "meter_samples", "transactionKey", sampleRow);
}

/** `transaction_events`, by time. */
export function createEventReader(db: Db, budget: Budget): Rows<TransactionEventRow, TransactionEventQuery> {
  return createSeriesReader(db, budget, "transaction_events", "meta.transactionKey", eventRow);
}

function createSeriesReader<Row, Query extends SeriesQuery>(
  db: Db,
  budget: Budget,
  collection: string,
  keyName: string,
  toRow: (document: Document) => Row,
): Rows<Row, Query> {
  const scanOf = async (query: Query, order: Scan["order"], goesOn: boolean): Promise<Scan> => {
    const known = goesOn || order === "newest" || query.from !== undefined;
    return {
      collection: db.collection(collection),
      order,
      byAt: true,
      indexed: [
        defined({
          "meta.station": query.stations && oneOf(query.stations),
          [keyName]: query.transactionKey,
        }),
      ],
      others: [
        defined({
          "meta.measurand": query.measurands && oneOf(query.measurands),
          at: between(query.from, query.to),
        }),
      ],
      low: query.from === undefined ? firstTime : seriesLow(query.from),
      high: (query.to === undefined ? lastTime : seriesHigh(query.to)) + 1,
      usual: await usualTimes(db, known ? "newest" : "oldest"),
    };
  };
  const isEmpty = (query: Query): boolean => query.stations?.length === 0 || query.measurands?.length === 0;

  return {
    async query(query: Query, page: PageRequest): Promise<Page<Row>> {
      checkLimit(page);
      const from = page.cursor === undefined ? undefined : readPosition(page.cursor);
      if (isEmpty(query)) return { items: [], next: null };
      const walk = new WindowWalk(await scanOf(query, page.order ?? "newest", from !== undefined), from);
      const until = performance.now() + budget.time;
      const found: Document[] = [];
      for (let windows = 1; !walk.done && found.length <= page.limit; windows++) {
        found.push(...(await walk.step(page.limit + 1 - found.length, enough)));
        if (windows >= budget.windows || performance.now() > until) break;
      }
      const last = found[page.limit - 1];
      if (found.length > page.limit && last !== undefined) walk.rewind(last);
      const items = found.slice(0, page.limit).map(toRow);
      if (walk.done) return { items, next: null };
      const next = writePosition(walk.position);
      return items.length < page.limit ? { items, next, reached: walk.reached } : { items, next };
    },

    /** Up to the newest time of the start; what comes late with an earlier time may be among them. */
    async *stream(query: Query): AsyncGenerator<Row> {
      if (isEmpty(query)) return;
      const scan = await retryWhileAway(async () => {
        const all: Scan = { ...(await scanOf(query, "oldest", false)), others: [], indexed: [] };
        const newest = await newestOf({ ...all, low: firstTime, high: lastTime + 1 });
        if (newest === null) return null;
        const bounded = await scanOf(query, "oldest", false);
        bounded.high = Math.min(bounded.high, newest.t + 1);
        const { at, id } = newest;
        bounded.others.push({ $or: [{ at: { $lt: at } }, { at, _id: { $lte: id } }] });
        return bounded;
      });
      if (scan === null) return;
      let walk = new WindowWalk(scan);
      while (!walk.done) {
        const before = walk.begun ? walk.position : undefined;
        yield* await retryWhileAway(async () => {
          try {
            return (await walk.step(streamSlice, enough)).map(toRow);
          } catch (error) {
            walk = new WindowWalk(scan, before);
            throw error;
          }
        });
      }
    },
  };
}

/** The collections hold what this product wrote. */
function sampleRow(document: Document): SampleRow {
  const { at, meta, transactionKey, context, value } = document as SampleDocument;
  const { station, evse, connector, measurand, phase, location, unit } = meta;
  return {
    at,
    station,
    evse,
    connector,
    transactionKey: transactionKey ?? null,
    measurand,
    phase: phase ?? null,
    location: location ?? null,
    unit,
    context,
    value,
  };
}

const eventMembers = rowReader(rowMembers.events);
function eventRow(document: Document): TransactionEventRow {
  return eventMembers({ ...document, ...(document as TransactionEventDocument).meta });
}
