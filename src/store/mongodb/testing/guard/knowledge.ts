import type { Document } from "mongodb";

/** What is known of a time-series collection. */
export interface Series {
  timeField: string;
  metaField: string | null;
  /** Measurement fields with an index. */
  indexed: Set<string>;
  granularity: string;
}

/** Collections that this process knows to be ordinary, although one of their name is presumed to be a time series. */
const ordinary = new Set<string>();

/** What the guard has learnt from the commands and answers it saw. */
export class Knowledge {
  standalone = false;
  readonly #series = new Map<string, Series>();

  series(database: string, collection: string | null): Series | undefined {
    if (collection === null) return undefined;
    const name = `${database}.${collection}`;
    return this.#series.get(name) ?? (ordinary.has(name) ? undefined : this.#series.get(`*.${collection}`));
  }

  /** Takes note of a time-series collection; `database` "*" means every one that is not known to be ordinary. */
  add(database: string, collection: string, options: Document): void {
    const { timeField, metaField, granularity } = options;
    ordinary.delete(`${database}.${collection}`);
    this.#series.set(`${database}.${collection}`, {
      timeField: String(timeField),
      metaField: typeof metaField === "string" ? metaField : null,
      indexed: this.series(database, collection)?.indexed ?? new Set(),
      granularity: typeof granularity === "string" ? granularity : "seconds",
    });
  }

  addOrdinary(database: string, collection: string): void {
    this.#series.delete(`${database}.${collection}`);
    ordinary.add(`${database}.${collection}`);
  }

  forget(database: string, collection: string): void {
    this.#series.delete(`${database}.${collection}`);
    ordinary.delete(`${database}.${collection}`);
  }

  forgetDatabase(database: string): void {
    for (const name of this.#series.keys()) if (name.startsWith(`${database}.`)) this.#series.delete(name);
    for (const name of ordinary) if (name.startsWith(`${database}.`)) ordinary.delete(name);
  }
}

/** Whether a path is the meta field or lies in it. */
export function isMeta(series: Series, path: string): boolean {
  return series.metaField !== null && (path === series.metaField || path.startsWith(`${series.metaField}.`));
}

/** Learns from a command that succeeded. */
export function learn(knowledge: Knowledge, database: string, command: Document, reply: Document): void {
  const { create, timeseries, drop, dropDatabase, createIndexes, indexes, listCollections, collMod } =
    command;
  if (typeof create === "string") {
    if (timeseries === undefined) knowledge.addOrdinary(database, create);
    else knowledge.add(database, create, timeseries);
  }
  if (typeof drop === "string") knowledge.forget(database, drop);
  if (dropDatabase !== undefined) knowledge.forgetDatabase(database);
  if (typeof createIndexes === "string") {
    const series = knowledge.series(database, createIndexes);
    if (series === undefined) return;
    for (const { key } of indexes) {
      for (const path of Object.keys(key)) if (!isMeta(series, path)) series.indexed.add(path);
    }
  }
  if (typeof collMod === "string" && typeof timeseries?.granularity === "string") {
    const series = knowledge.series(database, collMod);
    if (series !== undefined) series.granularity = timeseries.granularity;
  }
  if (listCollections !== undefined) {
    for (const { name, options } of reply["cursor"]?.firstBatch ?? []) {
      if (options?.timeseries !== undefined) knowledge.add(database, name, options.timeseries);
      else if (options !== undefined) knowledge.addOrdinary(database, name);
    }
  }
}
