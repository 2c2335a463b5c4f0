import type { DatabaseSync, StatementSync } from "node:sqlite";
import { foldCase } from "../search-words.ts";
import type { CountSlice, FrameSearch, FrameSlice, Range } from "./calls.ts";
import { numberOf } from "./database.ts";
import { conditionsIn, conditionsOf, indexed } from "./frame-conditions.ts";
import { bucketSizeOf, planFrames } from "./frame-plan.ts";
import type { FramePlan, Index } from "./frame-plan.ts";
import { FrameRows } from "./frame-row.ts";
import { Spans } from "./spans.ts";
import type { Chunk } from "./spans.ts";
import { indexQuestion } from "./trigrams.ts";

/** A slice ends after so many ms or bytes of raw text, so that other calls get their turn and memory stays bounded. */
const sliceTime = 40;
const sliceBytes = 4 * 2 ** 20;
/** A station with a larger share of the frames than this is no help in finding words; nor is the word index for a word. */
const commonShare = 0.05;
/** So many frames tell how common a word is. */
const probeSize = 2048;
/** Where few frames may stand behind an index, it is a better way to a word than the index of words. */
const mayBeRare: readonly Index[] = ["frames_by_station", "frames_failed", "frames_failed_by_station"];

/** Finds frames slice by slice, chunk by chunk, newest or oldest first. */
export class FrameFinder {
  readonly rows: FrameRows;
  readonly #db: DatabaseSync;
  readonly #spans: Spans;
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.rows = new FrameRows(db);
    this.#spans = new Spans(db);
    db.function("has_word", { deterministic: true }, (raw, word) =>
      foldCase(String(raw)).includes(String(word)) ? 1 : 0,
    );
  }

  newest(): number | null {
    const newest = numberOf(this.#db, "SELECT max(n) FROM frames");
    return newest === 0 ? null : newest;
  }

  /** One slice of a search, out of one snapshot of the database. */
  find(asked: FrameSearch): FrameSlice {
    return this.#snapshot(() => {
      const search = this.#after(asked);
      const numbers: number[] = [];
      const rest = this.#walk(search, (n) => numbers.push(n) < search.limit);
      const few = this.#bounded(numbers, search.order);
      return {
        rows: this.rows.byNumbers(few, search.order),
        rest: few.length === numbers.length ? rest : beyond(few.at(-1) ?? 0, search),
      };
    });
  }

  /** So many of the first frames as a slice may hold; one at least. */
  #bounded(numbers: number[], order: "newest" | "oldest"): number[] {
    const sizes = this.#prepare(
      `SELECT size FROM frames WHERE n IN (SELECT value FROM json_each(?)) ORDER BY n ${order === "newest" ? "DESC" : "ASC"}`,
    ).all(JSON.stringify(numbers));
    let bytes = 0;
    for (const [place, row] of sizes.entries()) {
      bytes += Number(row["size"]);
      if (bytes >= sliceBytes) return numbers.slice(0, place + 1);
    }
    return numbers;
  }

  /** One slice of counting. */
  count(asked: FrameSearch): CountSlice {
    return this.#snapshot(() => {
      const search = this.#after(asked);
      const slice: CountSlice = { count: 0, rest: null };
      const plan = this.#plan(search);
      if (plan.empty) return slice;
      if (this.#question(search, plan) !== null) {
        slice.rest = this.#walk(search, () => {
          slice.count += 1;
          return true;
        });
        return slice;
      }
      const until = performance.now() + sliceTime;
      for (const chunk of this.#chunks(search, plan)) {
        if (performance.now() > until) return { ...slice, rest: { low: chunk.low, high: search.high } };
        slice.count += this.#countChunk(search, plan, chunk);
      }
      return slice;
    });
  }

  /** Turns `after` into a lower bound of numbers. */
  #after(search: FrameSearch): FrameSearch {
    if (search.query.after === undefined) return search;
    const row = this.#prepare("SELECT n FROM frames WHERE id <= ? ORDER BY id DESC LIMIT 1").get(
      search.query.after,
    );
    const low = row === undefined ? 0 : Number(row["n"]) + 1;
    return { ...search, low: Math.max(search.low, low) };
  }

  /** Calls `take` with each matching number, in order, until it returns false. Returns what is left to look at. */
  #walk(search: FrameSearch, take: (n: number) => boolean): Range | null {
    const plan = this.#plan(search);
    if (plan.empty || search.low > search.high) return null;
    const question = this.#question(search, plan);
    if (question === null) return this.#walkChunks(search, plan, search, take);
    const indexed = this.#indexed();
    const old = { low: search.low, high: Math.min(search.high, indexed) };
    const tail = { low: Math.max(search.low, indexed + 1), high: search.high };
    const parts: [Range, "words" | "chunks"][] = [
      [old, "words"],
      [tail, "chunks"],
    ];
    if (search.order === "newest") parts.reverse();
    for (const [range, way] of parts) {
      if (range.low > range.high) continue;
      const rest =
        way === "words"
          ? this.#walkWords(search, plan, question, range, take)
          : this.#walkChunks(search, plan, range, take);
      if (rest === null) continue;
      return search.order === "newest"
        ? { low: search.low, high: rest.high }
        : { low: rest.low, high: search.high };
    }
    return null;
  }

  #walkChunks(
    search: FrameSearch,
    plan: FramePlan,
    within: Range,
    take: (n: number) => boolean,
  ): Range | null {
    const until = performance.now() + sliceTime;
    const down = search.order === "newest";
    for (const chunk of this.#chunks({ ...search, ...within }, plan)) {
      if (performance.now() > until)
        return down ? { low: within.low, high: chunk.high } : { low: chunk.low, high: within.high };
      const { sql, values } = conditionsIn(chunk, search, plan);
      const statement = this.#prepare(
        `SELECT n FROM frames ${indexed(plan)} WHERE ${sql} ORDER BY n ${down ? "DESC" : "ASC"} LIMIT ?`,
      );
      for (const row of statement.all(...values, search.limit)) {
        const n = Number(row["n"]);
        if (!take(n)) return beyond(n, { ...within, order: search.order });
      }
    }
    return null;
  }

  /** Through the word index, which gives candidates in order. */
  #walkWords(
    search: FrameSearch,
    plan: FramePlan,
    question: string,
    within: Range,
    take: (n: number) => boolean,
  ): Range | null {
    // Runs from the first candidate on: what it takes to get there is the same for every slice.
    let until = Infinity;
    const down = search.order === "newest";
    const range = this.#spans.narrow(within, search.query);
    if (range === null) return null;
    const { sql, values } = conditionsOf(search, plan, true);
    const statement = this.#prepare(`
      SELECT w.rowid AS n, ${sql === "" ? "1" : sql} AS matches
      FROM words w CROSS JOIN frames ON frames.n = w.rowid
      WHERE words MATCH ? AND w.rowid BETWEEN ? AND ? ORDER BY w.rowid ${down ? "DESC" : "ASC"}`);
    for (const row of statement.iterate(...values, question, range.low, range.high)) {
      const n = Number(row["n"]);
      if (until === Infinity) until = performance.now() + sliceTime;
      const more = row["matches"] === 1 ? take(n) : true;
      if (!more || performance.now() >= until) return beyond(n, { ...within, order: search.order });
    }
    return null;
  }

  #countChunk(search: FrameSearch, plan: FramePlan, chunk: Chunk): number {
    // Numbers have no gaps.
    if (plan.all && chunk.inside) return chunk.high - chunk.low + 1;
    const { sql, values } = conditionsIn(chunk, search, plan);
    const row = this.#prepare(`SELECT count(*) AS count FROM frames ${indexed(plan)} WHERE ${sql}`).get(
      ...values,
    );
    return Number(row?.["count"] ?? 0);
  }

  /** The question for the word index, if that is the better way than the index that the plan has. */
  #question(search: FrameSearch, plan: FramePlan): string | null {
    const question = indexQuestion(plan.words);
    if (question === null) return null;
    if (plan.index === "frames_by_message" || plan.index === "frames_by_connection") return null;
    if (this.#isCommon(question, search)) return null;
    if (plan.index === null || !mayBeRare.includes(plan.index)) return question;
    const chunk = this.#chunks({ ...search, order: "newest" }, plan)[0];
    if (chunk === undefined) return null;
    const share = this.#countChunk(search, { ...plan, words: [] }, chunk);
    return share > commonShare * (chunk.high - chunk.low + 1) ? question : null;
  }

  /** Whether so many frames may match that reading one after the other is faster; judged by the newest in question. */
  #isCommon(question: string, search: FrameSearch): boolean {
    const asked = this.#spans.narrow(
      { low: search.low, high: Math.min(search.high, this.#indexed()) },
      search.query,
    );
    if (asked === null) return false;
    const { high } = asked;
    const low = Math.max(asked.low, high - probeSize + 1);
    const enough = Math.ceil((high - low + 1) * commonShare);
    if (enough < 1) return false;
    const row = this.#prepare(
      "SELECT count(*) AS count FROM (SELECT 1 FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?)",
    ).get(question, low, high, enough);
    return Number(row?.["count"] ?? 0) >= enough;
  }

  /** The newest frame whose words are indexed. */
  #indexed(): number {
    return numberOf(this.#db, "SELECT n FROM progress WHERE name = 'words'");
  }

  #plan(search: FrameSearch): FramePlan {
    const find = this.#prepare("SELECT no FROM names WHERE text = ?");
    return planFrames(search.query, (name) => {
      const row = find.get(name);
      return row === undefined ? undefined : Number(row["no"]);
    });
  }

  /** The chunks that may hold matches, in the order of the search. */
  #chunks(search: FrameSearch, plan: FramePlan): Chunk[] {
    const chunks = this.#spans.chunks(search, search.query, bucketSizeOf(plan.index));
    return search.order === "newest" ? chunks.reverse() : chunks;
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= 200) this.#statements.clear();
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #snapshot<T>(read: () => T): T {
    this.#db.exec("BEGIN");
    try {
      return read();
    } finally {
      this.#db.exec("COMMIT");
    }
  }
}

/** What is left of a range when all up to `n` was looked at. */
function beyond(n: number, { low, high, order }: Range & Pick<FrameSearch, "order">): Range | null {
  const rest = order === "newest" ? { low, high: n - 1 } : { low: n + 1, high };
  return rest.low > rest.high ? null : rest;
}
