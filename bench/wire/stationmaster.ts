// Stationmaster itself: stations as users run them, each CALL through model, validation, link and journal. Contestant
// `stationmaster-recorded.ts` adds the embedded store.
import { Journal } from "../../src/journal/journal.ts";
import { realClock } from "../../src/station/clock.ts";
import type { StationConfig } from "../../src/station/config.ts";
import { StationDriver } from "../../src/station/driver.ts";
import type { Store } from "../../src/store/store.ts";
import { measure, readTask, type Result } from "./contest.ts";
import { transactionEvent } from "./message.ts";

/** CALLs that wait in a station's outbox, so that the next one leaves when the answer to the last one arrives. */
const ahead = 4;

export async function run(
  store: Store | null,
  finish?: (journal: Journal) => Promise<Result["notes"]>,
): Promise<void> {
  const task = readTask();
  const memoryBefore = process.memoryUsage.rss();
  const journal = new Journal({ store, now: () => realClock.now() });
  let trips = 0;
  const stations = new Map<string, { driver: StationDriver; seqNo: number }>();

  journal.subscribe((frames) => {
    for (const frame of frames) {
      if (frame.direction !== "in" || frame.kind !== "callResult") continue;
      if (frame.action === "TransactionEvent") {
        trips++;
        send(frame.station);
      } else if (frame.action === "StatusNotification") {
        for (let call = 0; call < ahead; call++) send(frame.station);
      }
    }
  });
  function send(id: string): void {
    const station = stations.get(id);
    if (!station) return;
    const payload = transactionEvent(Number(id.slice(1)), station.seqNo++);
    station.driver.dispatch({ kind: "craft", action: "TransactionEvent", payload });
  }
  for (let number = 0; number < task.stations; number++) {
    const driver = new StationDriver(config(number, task.url), { recorder: journal, clock: realClock });
    stations.set(driver.id, { driver, seqNo: 0 });
    driver.dispatch({ kind: "power-on" });
  }
  await measure(task, memoryBefore, () => trips, finish && (() => finish(journal)));
}

function config(number: number, url: string): StationConfig {
  return {
    id: `S${number}`,
    dialect: "2.0.1",
    url,
    description: {
      vendor: "Stationmaster",
      model: "Bench",
      evses: [{ connectors: [{ type: "cType2", maxPower: 22_000, phases: 3 }] }],
    },
    settings: {},
    seed: number,
    policies: { in: "enforce", out: "enforce" },
    callTimeout: 30,
    deflate: false,
    autostart: true,
  };
}
