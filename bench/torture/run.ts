// `make torture ROUNDS=200`: load, mischief, and a comparison of the store with the CSMS's own log, frame by frame.
// `node bench/torture/run.ts --rounds 20 --home mongodb --seed 7 --durability every-frame --standalone`
import { parseArgs } from "node:util";
import { defects, rowDefects, torture, TortureError } from "./rounds.ts";
import type { TortureResult } from "./rounds.ts";
import type { HomeKind } from "./home.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "200" },
    home: { type: "string", default: "both" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    durability: { type: "string", default: "window" },
    stations: { type: "string", default: "20" },
    standalone: { type: "boolean", default: false },
  },
});
const homes: readonly HomeKind[] =
  values.home === "embedded"
    ? ["embedded"]
    : values.home === "mongodb"
      ? ["mongodb"]
      : ["embedded", "mongodb"];
const durability = values.durability === "every-frame" ? "every-frame" : "window";

for (const home of homes) {
  const began = Date.now();
  console.log(`${home}, ${values.rounds} rounds, seed ${values.seed}, durability ${durability}`);
  try {
    const result = await torture({
      home,
      durability,
      rounds: Number(values.rounds),
      seed: Number(values.seed),
      stations: Number(values.stations),
      standalone: values.standalone,
      tell: (line) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}`),
    });
    console.log(summary(home, result));
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof TortureError)) throw error;
    console.log(`${summary(home, error.result)}\n${error.message}`);
  }
}

function summary(home: HomeKind, result: TortureResult): string {
  const lines = [
    `\n${home}: ${result.rounds} rounds, ${result.kills} kills of the process, ${defects(result) + rowDefects(result.rows).length} defects`,
    ...[...result.mischiefs].map(([name, count]) => `  ${String(count).padStart(4)}  ${name}`),
    `  frames compared      ${result.found}`,
    `  lost                 ${result.lost.length}`,
    `  doubled              ${result.doubled.length}`,
    `  out of order         ${result.disordered.length}`,
    `  never on the wire    ${result.invented.length}`,
    `  samples              ${result.rows.samples}: ${result.rows.lostSamples.length} lost, ${result.rows.doubledSamples.length} doubled`,
    `  transactions         ${result.rows.transactions}: ${result.rows.lostTransactions.length} lost, ${result.rows.doubledTransactions.length} doubled`,
    `  lost in the window   ${result.inWindow} (oldest ${result.oldestInWindow} ms before the kill)`,
    `  lost while held up   ${result.heldUp} (oldest ${result.oldestHeldUp} ms before the kill)`,
    `  lost with full disk  ${result.diskFull}`,
    `  of unproven arrival  ${result.unproven}`,
    `  recorded, not sent   ${result.unsent}`,
  ];
  return lines.join("\n");
}
