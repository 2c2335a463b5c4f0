// `make fuzz`: random and mutated texts through all readers of texts. Fails on a crash, a hang, unbounded memory, and when
// what was read and written is not what is read again. `node scripts/fuzz.ts --from 4711 --count 1` tries one text again.
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import type { Batch, BatchResult, Failure } from "./fuzz/run.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "10000000" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    jobs: { type: "string", default: String(Math.min(8, availableParallelism())) },
    /** Longest time for one text, ms; coarse, since the machine may be busy. */
    longest: { type: "string", default: "2000" },
    /** Silence of a worker for so long is a hang, s. */
    patience: { type: "string", default: "60" },
    /** Most resident memory, MB per job. */
    memory: { type: "string", default: "800" },
  },
});

function whole(name: keyof typeof values): number {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  console.error(`--${name}: "${values[name]}" is no whole number.`);
  process.exit(2);
}

const [count, seed, from, jobs, longest] = [
  whole("count"),
  whole("seed"),
  whole("from"),
  whole("jobs"),
  whole("longest"),
];
const mostMemory = whole("memory") * Math.max(1, jobs);
const patience = whole("patience");
const batchSize = 1000;

const started = performance.now();
const counts = new Map<string, number>();
const failures: Failure[] = [];
let given = 0;
let done = 0;
let slowest = 0;
let peak = 0;
let shownAt = started;

function end(): void {
  const seconds = (performance.now() - started) / 1000;
  for (const [outcome, times] of [...counts].toSorted((a, b) => b[1] - a[1])) {
    console.log(`${String(times).padStart(10)}  ${outcome}`);
  }
  for (const { index, count: texts = 1, dialect, reason, text } of failures) {
    console.log(`\nText ${index} of seed ${seed} (${dialect}): ${reason}\n${text}`);
    console.log(`Again: node scripts/fuzz.ts --seed ${seed} --from ${index} --count ${texts}`);
  }
  console.log(
    `\n${done} texts in ${seconds.toFixed(1)} s, ${Math.round(done / seconds)} a second; slowest ${slowest.toFixed(0)} ms, ` +
      `memory at most ${peak} MB; ${failures.length === 0 ? "nothing wrong" : `${failures.length} failures`}`,
  );
  process.exit(failures.length === 0 && done === count ? 0 : 1);
}

function take({ counts: more, failures: wrong, slowest: longestTaken }: BatchResult, size: number): void {
  done += size;
  slowest = Math.max(slowest, longestTaken);
  for (const [outcome, times] of more) counts.set(outcome, (counts.get(outcome) ?? 0) + times);
  failures.push(...wrong);
  peak = Math.max(peak, Math.round(process.memoryUsage.rss() / 1e6));
  if (peak > mostMemory) fail(`memory has grown to ${peak} MB, more than ${mostMemory}`, done);
  const now = performance.now();
  if (now - shownAt < 5000) return;
  shownAt = now;
  const rate = Math.round((done / (now - started)) * 1000);
  console.log(`${done} of ${count}, ${rate} a second, ${peak} MB`);
}

function fail(reason: string, index: number): void {
  failures.push({ index, count: batchSize, dialect: "any", reason, text: "" });
  end();
}

function work(): void {
  const worker = new Worker(new URL("fuzz/fuzz.worker.ts", import.meta.url));
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    clearTimeout(timer);
    if (failures.length > 0 || (given >= count && done >= count)) return end();
    if (given >= count) return;
    const batch: Batch = { seed, from: from + given, count: Math.min(batchSize, count - given), longest };
    given += batch.count;
    const isHanging = `no answer for ${patience} s from the batch that begins here`;
    timer = setTimeout(() => fail(isHanging, batch.from), patience * 1000);
    worker.once("message", (result: BatchResult) => {
      take(result, batch.count);
      next();
    });
    worker.postMessage(batch);
  };
  worker.on("error", (error) => fail(`a worker ended: ${error.stack ?? error.message}`, given));
  next();
}

console.log(`${count} texts, seed ${seed}, ${jobs} at a time`);
for (let job = 0; job < Math.max(1, jobs); job++) work();
