import { expect, test } from "vitest";
import { version } from "../../v201/version.ts";
import { createState } from "../create-state.ts";
import { takeChange } from "../keeping/changed-parts.ts";
import { oneConnector } from "../testing.ts";
import { startTransaction, updateTransaction } from "../transactions/transaction.ts";
import type { Outcome } from "../messages/event.ts";
import { onAnswered } from "./answered.ts";
import { pump, tell } from "./outbox.ts";
import type { Entry } from "./state.ts";

/** How often any of so many facts that wait is looked at, for each of several things that happen. */
function looks(waiting: number): number[] {
  const station = createState({ description: oneConnector, settings: {}, seed: 1, version, now: 1000 });
  Object.assign(station, { power: "on", boot: { ...station.boot, status: "Accepted" } });
  const transaction = startTransaction(station, null, null, "RemoteStart");
  for (let count = 1; count < waiting; count++) {
    updateTransaction(station, null, transaction, "ChargingStateChanged");
  }
  let looked = 0;
  const watched = (entry: Entry): Entry => ({
    ...entry,
    get fact() {
      looked++;
      return entry.fact;
    },
  });
  station.outbox.queue = station.outbox.queue.map(watched);
  takeChange(station, true);
  station.link.online = true;
  const answered = (outcome: Outcome) => () => {
    onAnswered(station, station.outbox.open?.ref ?? 0, outcome);
  };
  const acts = [
    () => {},
    answered({ kind: "result", payload: {} }),
    answered({ kind: "result", payload: {} }),
    () => updateTransaction(station, null, transaction, "ChargingStateChanged"),
    answered({ kind: "timeout" }),
    // It waits for its retry, and all others with it.
    () => {},
    () => tell(station, { kind: "heartbeat" }, { ahead: true }),
    answered({ kind: "result", payload: {} }),
    () => updateTransaction(station, null, transaction, "ChargingStateChanged"),
  ];
  return acts.map((act) => {
    looked = 0;
    act();
    pump(station);
    takeChange(station, false);
    return looked;
  });
}

test("nothing that happens costs a look at each fact that waits", () => {
  const few = looks(10);
  expect(Math.max(...few)).toBeGreaterThan(0);
  expect(looks(3000)).toEqual(few);
});
