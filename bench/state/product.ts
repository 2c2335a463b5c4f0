// The product in a process of its own, which can be told to fill itself with charging stations and asked what it costs.
import { happen } from "../../src/server/stations/act.ts";
import { createStation } from "../../src/server/stations/create.ts";
import { Writable } from "node:stream";
import { loadConfig } from "../../src/config/load.ts";
import { createLog } from "../../src/server/log.ts";
import { startServer } from "../../src/server/start.ts";
import type { StartOptions } from "../../src/server/start.ts";

export interface Task {
  /** Data folder. */
  data: string;
  /** Whether the state of stations is kept. */
  keepState: boolean;
}

export type Question =
  { ask: "fill"; url: string; stations: number; interval: number } | { ask: "cpu" } | { ask: "count" };

/** CPU time of all threads so far, ms. */
export interface Cpu {
  cpu: number;
}

export interface Count {
  /** Stations with a session under way. */
  charging: number;
  /** Stations with their cable in. */
  plugged: number;
  /** The fewest messages that wait at a station. */
  waiting: number;
}

const task = JSON.parse(process.argv[2] ?? "null") as Task;
const flags = new Map(
  Object.entries({
    ...{ data: task.data, store: "embedded", port: "0", "csms-enabled": "false" },
    ...{ "application-demo-stations": "false", "csms-starts-per-second": "1000" },
  }),
);
const loaded = loadConfig({ flags, env: {} });
if (!loaded.ok) throw new Error(loaded.problems.join("\n"));
const log = createLog({
  level: "error",
  pretty: false,
  to: new Writable({
    write: (text: Buffer, _encoding, done) => {
      process.stderr.write(text, () => done());
    },
  }),
});
const options: StartOptions & { keepState: boolean } = { ...loaded, log, keepState: task.keepState };
const began = performance.now();
const { stations } = await startServer(options);
process.send?.({ started: performance.now() - began });

process.on("message", (question: Question) => {
  void answer(question).then((text) => process.send?.(text));
});
process.on("disconnect", () => process.exit());

async function answer(question: Question): Promise<Cpu | Count> {
  switch (question.ask) {
    case "fill":
      await fill(question);
      return count();
    case "cpu": {
      const { user, system } = process.cpuUsage();
      return { cpu: (user + system) / 1000 };
    }
    case "count":
      return count();
  }
}

/** Makes stations of both versions and lets all of them charge, spread over the time between two samples. */
async function fill({ url, stations: number, interval }: Question & { ask: "fill" }): Promise<void> {
  for (let i = 0; i < number; i++) {
    const old = i % 2 === 0;
    const made = await createStation(
      stations,
      {
        ...{ id: `S-${i}`, dialect: old ? "1.6J" : "2.0.1", url, seed: i },
        settings: {
          [old ? "MeterValueSampleInterval" : "SampledDataCtrlr.TxUpdatedInterval"]: `${interval}`,
        },
      },
      { by: "api" },
    );
    if (!made.ok) throw new Error(made.problem.message);
  }
  await until(() => stations.views().every(({ snapshot }) => snapshot.boot === "Accepted"));
  for (let i = 0; i < number; i++) {
    happen(stations, `S-${i}`, { kind: "plug-in", evse: 1, connector: 1 });
    happen(stations, `S-${i}`, {
      kind: "present-token",
      evse: 1,
      token: { idToken: `T-${i}`, type: "ISO14443" },
    });
    await pause((interval * 1000) / number);
  }
  await until(() => count().charging === number);
}

function count(): Count {
  const all = stations.views().map(({ snapshot }) => snapshot);
  return {
    charging: all.filter(({ connectors }) => connectors.some(({ status }) => status === "Charging")).length,
    plugged: all.filter(({ connectors }) => connectors.some(({ cable }) => cable)).length,
    waiting: Math.min(...all.map(({ queued }) => queued)),
  };
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 120_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`The stations do not get there: ${JSON.stringify(count())}`);
    await pause(500);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
