// `make torture ROUNDS=200`: load, mischief, and a comparison of the store with the CSMS's own log, frame by frame.
// `node bench/torture/run.ts --rounds 20 --home mongodb --seed 7 --durability every-frame --standalone`
// With `--sessions` charging sessions are under way, and what counts is that each of them is told whole.
import { parseArgs } from "node:util";
import { defects, rowDefects, torture, TortureError } from "./rounds.ts";
import type { TortureResult } from "./rounds.ts";
import type { HomeKind } from "./home.ts";
import { faultKinds } from "./sessions/find-faults.ts";
import { SessionError, tortureSessions } from "./sessions/torture.ts";
import type { SessionResult } from "./sessions/torture.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "200" },
    home: { type: "string", default: "both" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    durability: { type: "string", default: "window" },
    stations: { type: "string", default: "20" },
    standalone: { type: "boolean", default: false },
    sessions: { type: "boolean", default: false },
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
  const options = {
    home,
    durability,
    rounds: Number(values.rounds),
    seed: Number(values.seed),
    stations: Number(values.stations),
    standalone: values.standalone,
    tell: (line: string) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}`),
  } as const;
  try {
    if (values.sessions) console.log(sessionSummary(home, await tortureSessions(options)));
    else console.log(summary(home, await torture(options)));
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof SessionError) console.log(`${sessionSummary(home, error.result)}\n${error.message}`);
    else if (error instanceof TortureError) console.log(`${summary(home, error.result)}\n${error.message}`);
    else throw error;
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

function sessionSummary(home: HomeKind, result: SessionResult): string {
  const count = (number: number): string => String(number).padStart(6);
  const lines = [
    `\n${home}: ${result.rounds} rounds with sessions, ${result.kills} kills of the process, ${result.faults.length} faults`,
    ...[...result.mischiefs].map(([name, number]) => `${count(number)}  ${name}`),
    `${count(result.sessions)}  sessions, of which a power loss ended ${result.cut} and ${result.resumed} went on over one`,
    `${count(result.messages)}  messages of transactions, ${result.repeated} sent again`,
    `${count(result.oldestKept)}  ms at most between the last kept moment and the end of a process`,
    `${count(result.lateCables)}  cables moved just before a kill and not kept`,
    `${count(result.rowsInWindow)}  rows that differ since a kill took frames within the window`,
    ...faultKinds.map(
      (kind) => `${count(result.faults.filter((fault) => fault.kind === kind).length)}  faults: ${kind}`,
    ),
  ];
  return lines.join("\n");
}
