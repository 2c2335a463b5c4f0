import type { DatabaseSync } from "node:sqlite";
import type { Statistics } from "../../statistics.ts";
import { actions, slowest } from "./actions.ts";
import { energy } from "./energy.ts";
import { issues } from "./issues.ts";
import { series } from "./series.ts";
import { silent } from "./silent.ts";
import { traffic } from "./traffic.ts";
import { Parts } from "./work.ts";
import type { Work } from "./work.ts";

/** Work stops after so many ms, so that other calls get their turn. */
const turn = 40;

/** What is asked of the reader's thread: to begin, or to go on with what was begun. */
export type StatisticsCall =
  | { [K in keyof Statistics]: { name: K; args: Parameters<Statistics[K]> } }[keyof Statistics]
  | { resume: number };

/** The answer, or the number under which to go on. */
export type StatisticsReply = { value: unknown } | { resume: number };

/** Statistics in the reader's thread: each call does a part of the work, short enough that others do not wait long. */
export function embeddedStatistics(db: DatabaseSync): (call: StatisticsCall) => StatisticsReply {
  const parts = new Parts(db);
  const underWay = new Map<number, Work<unknown>>();
  let newest = 0;
  return (call) => {
    const no = "resume" in call ? call.resume : ++newest;
    const work = "resume" in call ? underWay.get(no) : begin(parts, call);
    if (work === undefined) throw new Error("the statistics were interrupted; ask again");
    underWay.delete(no);
    // One snapshot per part. It must not stay open between them: the writer could not fold its log into the database.
    db.exec("BEGIN");
    try {
      const until = performance.now() + turn;
      do {
        const step = work.next();
        if (step.done === true) return { value: step.value };
      } while (performance.now() < until);
    } finally {
      db.exec("COMMIT");
    }
    underWay.set(no, work);
    return { resume: no };
  };
}

const statistics: {
  readonly [K in keyof Statistics]: (
    parts: Parts,
    ...args: Parameters<Statistics[K]>
  ) => Work<Awaited<ReturnType<Statistics[K]>>>;
} = { actions, slowest, traffic, energy, series, silent, issues };

function begin<K extends keyof Statistics>(
  parts: Parts,
  { name, args }: { name: K; args: Parameters<Statistics[K]> },
): Work<unknown> {
  return statistics[name](parts, ...args);
}
