import type { FrameRow, PageRequest, Store } from "../../src/store/store.ts";
import { Random } from "../../scripts/fuzz/random.ts";
import { figureLine } from "../figure.ts";
import { percentiles } from "./measure.ts";

const page: PageRequest = { limit: 100 };

/** Times of the pages that people ask for, on a home that is full already. `home`: how the figures are called. */
export async function queryFigures(store: Store, home: string, times: number): Promise<string[]> {
  const newest = (await store.frames.query({}, { limit: 1 })).items[0];
  const oldest = (await store.frames.query({}, { limit: 1, order: "oldest" })).items[0];
  if (newest === undefined || oldest === undefined) throw new Error("the home is empty");
  const random = new Random(7, 0);
  const span = newest.at - oldest.at;
  const moment = (): number => oldest.at + random.below(Math.floor(span * 0.99));
  const someone = (): string => `CS-${1 + random.below(1000)}`;
  const sample = await scattered(store, moment);
  const any = (): FrameRow => random.pick(sample);
  const deep = await deepCursors(store);

  const questions: Record<string, (turn: number) => Promise<unknown>> = {
    newest: () => store.frames.query({}, page),
    "station and action": () =>
      store.frames.query({ stations: [someone()], actions: ["TransactionEvent"] }, page),
    errors: () => store.frames.query({ errors: true }, page),
    "errors of a station": () => store.frames.query({ errors: true, stations: [someone()] }, page),
    "time range": () => {
      const from = moment();
      return store.frames.query({ from, to: from + 60_000 }, page);
    },
    "content in ten minutes": () => {
      const frame = any();
      const text = frame.messageId ?? "";
      return store.frames.query({ text, from: frame.at - 300_000, to: frame.at + 300_000 }, page);
    },
    "pair of a frame": () => store.frames.get(any().id),
    "page 1 by cursor": () => store.frames.query({}, { ...page, cursor: deep[0] ?? "" }),
    "page 1,000 by cursor": () => store.frames.query({}, { ...page, cursor: deep[1] ?? "" }),
    "oldest page": () => store.frames.query({}, { ...page, order: "oldest" }),
  };
  const figures: string[] = [];
  for (const [name, ask] of Object.entries(questions)) {
    const { p50, p95, p99 } = await percentiles(times, ask);
    console.log(
      `${home.padEnd(9)} ${name.padEnd(24)} ${[p50, p95, p99].map((ms) => ms.toFixed(1).padStart(8)).join(" ")} ms`,
    );
    const key = name.replaceAll(/[^a-z0-9]+/g, "_");
    figures.push(
      figureLine(`store.query.${home}.${key}.p50`, p50, "ms"),
      figureLine(`store.query.${home}.${key}.p95`, p95, "ms"),
      figureLine(`store.query.${home}.${key}.p99`, p99, "ms"),
    );
  }
  return figures;
}

/** Frames from all over the time that was recorded. */
async function scattered(store: Store, moment: () => number): Promise<FrameRow[]> {
  const rows: FrameRow[] = [];
  for (let i = 0; i < 50; i++) {
    const from = moment();
    const found = await store.frames.query({ from, to: from + 1000, kinds: ["call"] }, { limit: 1 });
    rows.push(...found.items);
  }
  return rows;
}

/** The cursors behind the first page and behind the thousandth. */
async function deepCursors(store: Store): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  for (let number = 1; number <= 1000; number++) {
    const next: string | null = (
      await store.frames.query({}, { ...page, ...(cursor === null ? {} : { cursor }) })
    ).next;
    if (next === null) break;
    cursor = next;
    if (number === 1) found.push(next);
  }
  if (cursor !== null) found.push(cursor);
  return found;
}
