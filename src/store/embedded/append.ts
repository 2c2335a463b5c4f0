import type { DatabaseSync, StatementSync } from "node:sqlite";
import { atOnce, numberOf } from "./database.ts";
import { namesIn, seriesIn } from "./numbers.ts";
import type { Numbers } from "./numbers.ts";
import { frameWidth } from "./pack-batch.ts";
import type { PackedBatch, PackedSamples } from "./pack-batch.ts";
import { SpanKeeper } from "./span-keeper.ts";
import { insertSql, numbered, tables } from "./tables.ts";
import type { RowValues, Table } from "./tables.ts";
import type { Writers } from "./writers.ts";

/** Writes batches, each in one transaction; `append` returns when it is on the disk. */
export class Appender {
  readonly #db: DatabaseSync;
  readonly #writers: Writers;
  readonly #names: Numbers;
  readonly #series: Numbers;
  readonly #frame: StatementSync;
  readonly #sample: StatementSync;
  readonly #transaction: StatementSync;
  readonly #event: StatementSync;
  readonly #connection: StatementSync;
  readonly #spans: SpanKeeper;
  /** The number of the newest frame. */
  #n: number;

  constructor(db: DatabaseSync, writers: Writers) {
    this.#db = db;
    this.#writers = writers;
    this.#names = namesIn(db);
    this.#series = seriesIn(db);
    this.#n = numberOf(db, "SELECT max(n) FROM frames");
    this.#frame = db.prepare(
      `INSERT INTO frames VALUES (${Array(frameWidth + 1)
        .fill("?")
        .join(", ")}) ON CONFLICT (id) DO NOTHING`,
    );
    this.#sample = db.prepare(
      "INSERT INTO samples (at, station, transaction_key, readings) VALUES (?, ?, ?, ?)",
    );
    this.#transaction = db.prepare(insertSql(tables.transactions, "replaced"));
    this.#event = db.prepare(insertSql(tables.events, "none is"));
    this.#connection = db.prepare(insertSql(tables.connections, "replaced"));
    this.#spans = new SpanKeeper(db);
  }

  /** All or nothing, and each number of a writer once; throws what SQLite says. Returns how many frames are new. */
  append(batch: PackedBatch): number {
    if (batch.number <= this.#writers.batch(batch.writer)) return 0;
    const before = this.#n;
    try {
      atOnce(this.#db, () => {
        this.#frames(batch.frames);
        this.#rows(this.#transaction, tables.transactions, batch.transactions);
        this.#samples(
          batch.samples,
          batch.series.map((series) => this.#series.number(JSON.stringify(series), series)),
        );
        this.#rows(this.#event, tables.events, batch.events);
        this.#rows(this.#connection, tables.connections, batch.connections);
        this.#writers.moveTo(batch.writer, batch.number, Date.now());
      });
      return this.#n - before;
    } catch (error) {
      this.#writers.forget();
      this.#names.forget();
      this.#series.forget();
      this.#n = numberOf(this.#db, "SELECT max(n) FROM frames");
      throw error;
    }
  }

  /** A frame that another batch brought before stays as it is. */
  #frames(values: unknown[]): void {
    const names = this.#names;
    const spans = this.#spans.begin();
    for (let i = 0; i < values.length; i += frameWidth) {
      const at = Number(values[i + 1]);
      const action = values[i + 6];
      // Spelled out: spreading a list into the call costs as much as two indexes.
      const { changes } = this.#frame.run(
        this.#n + 1,
        values[i] as string,
        at,
        names.number(values[i + 2] as string),
        names.number(values[i + 3] as string),
        names.number(values[i + 4] as string),
        values[i + 5] as number,
        typeof action === "string" ? names.number(action) : null,
        values[i + 7] as string | null,
        values[i + 8] as number,
        values[i + 9] as string | null,
        values[i + 10] as number | null,
        values[i + 11] as string | null,
        values[i + 12] as string | null,
        values[i + 13] as string | null,
        values[i + 14] as number,
        values[i + 15] as number,
        values[i + 16] as string,
        names.number(values[i + 17] as string),
      );
      if (changes === 0) continue;
      this.#n += 1;
      spans.add(this.#n, at);
    }
    spans.end();
  }

  #rows<Row>(insert: StatementSync, table: Table<Row>, rows: readonly RowValues[]): void {
    for (const values of rows) insert.run(...numbered(table, values, this.#names));
  }

  /** `series`: the numbers of the batch's series. */
  #samples(groups: readonly PackedSamples[], series: readonly number[]): void {
    for (const { at, station, transactionKey, readings } of groups) {
      const kept = readings.map((part, i) => (i % 2 === 0 ? series[part] : part));
      const key = transactionKey === null ? null : this.#names.number(transactionKey);
      this.#sample.run(at, this.#names.number(station), key, JSON.stringify(kept));
    }
  }
}
