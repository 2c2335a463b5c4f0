import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as v16 from "../../v16/testing.ts";
import * as v201 from "../../v201/testing.ts";
import type { StationEvent } from "../messages/event.ts";
import type { Station } from "../station.ts";
import { twoConnectors } from "../testing.ts";
import type { Dialogue } from "../testing.ts";
import { keptOf } from "./testing.ts";

const { token } = v16;
const error = { kind: "error", code: "InternalError", description: "", details: {} } as const;

/** What somebody knows of a station who asks it for changes only. */
class Follower {
  readonly known = new Map<string, string>();
  /** Parts and names that the last answer had. */
  told = 0;
  private readonly station: Station;

  constructor(station: Station) {
    this.station = station;
    this.ask(false);
  }

  ask(whole: boolean): void {
    const { parts, gone } = this.station.changed(whole);
    this.told = gone.length;
    if (whole) this.known.clear();
    for (const name of gone) this.known.delete(name);
    for (const { name, stamp, value } of parts) {
      this.known.set(name, JSON.stringify([stamp, value()]));
      this.told++;
    }
  }

  /** The same for somebody who asks for all of it. */
  all(): Map<string, string> {
    const parts = [...this.station.kept()];
    return new Map(parts.map(({ name, stamp, value }) => [name, JSON.stringify([stamp, value()])]));
  }
}

/** Looks after each event that touched the station, as one does who keeps it. */
function followed(d: Dialogue, after: (follower: Follower) => void): Follower {
  const follower = new Follower(d.station);
  const handle = d.station.handle.bind(d.station);
  d.station.handle = (event: StationEvent, at: number) => {
    const commands = handle(event, at);
    if (d.station.touched()) after(follower);
    return commands;
  };
  return follower;
}

const actions = ["TransactionEvent", "StartTransaction", "StopTransaction"];
const steps: readonly ((d: Dialogue) => unknown)[] = [
  ...[1, 2].flatMap((evse) => [
    (d: Dialogue) => d.do({ kind: "plug-in", evse, connector: 1 }),
    (d: Dialogue) => d.do({ kind: "unplug", evse, connector: 1 }),
    (d: Dialogue) => d.do({ kind: "present-token", token, evse }),
  ]),
  (d) => d.do({ kind: "present-token", token }),
  (d) => d.wait(7),
  (d) => d.wait(61),
  (d) => d.do({ kind: "drop-link" }),
  (d) => d.do({ kind: "reconnect" }),
  (d) => d.cut(),
  (d) => {
    for (const action of actions) d.withheld.add(action);
  },
  (d) => d.release(),
  (d) => d.release(error),
  (d) => d.release({ kind: "timeout" }),
  (d) => d.do({ kind: "keep-back", on: true }),
  (d) => d.do({ kind: "keep-back", on: false }),
  (d) => d.do({ kind: "power-off" }),
  (d) => d.do({ kind: "power-on" }),
  (d) => d.ask("TriggerMessage", { requestedMessage: "Heartbeat" }),
];
const stories = fc.array(fc.nat({ max: steps.length - 1 }), { maxLength: 40 });

const settings16 = {
  ...{ TransactionMessageAttempts: "2", TransactionMessageRetryInterval: "5" },
  ...{ AllowOfflineTxForUnknownId: "true", MeterValueSampleInterval: "20" },
};
const settings201 = {
  "OCPPCommCtrlr.MessageAttempts[TransactionEvent]": "2",
  "OCPPCommCtrlr.MessageAttemptInterval[TransactionEvent]": "5",
  "AuthCtrlr.OfflineTxForUnknownIdEnabled": "true",
  "TxCtrlr.TxStartPoint": "Authorized",
  "SampledDataCtrlr.TxUpdatedInterval": "20",
};
const description = twoConnectors;

describe.each([
  ["1.6", v16.dialogue, settings16],
  ["2.0.1", v201.dialogue, settings201],
])("who asks a station of %s for changes only", (_, dialogue, settings) => {
  it("knows all that is kept, after each event of any story", () => {
    fc.assert(
      fc.property(stories, (story) => {
        const d = dialogue({ settings, description });
        followed(d, (follower) => {
          follower.ask(false);
          expect(follower.known).toEqual(follower.all());
        });
        d.do({ kind: "power-on" });
        for (const step of story) steps[step]?.(d);
      }),
      { numRuns: 150 },
    );
  });

  it("knows it too when many events have passed, when all was asked for in between, and in a later life", () => {
    fc.assert(
      fc.property(stories, stories, fc.infiniteStream(fc.nat({ max: 3 })), (story, later, asked) => {
        const live = (d: Dialogue, steady: readonly number[]) => {
          const follower = followed(d, (each) => {
            const way: number = asked.next().value ?? 0;
            if (way < 2) each.ask(way === 1);
          });
          d.do({ kind: "power-on" });
          for (const step of steady) steps[step]?.(d);
          follower.ask(false);
          expect(follower.known).toEqual(follower.all());
        };
        const first = dialogue({ settings, description });
        live(first, story);
        const kept = keptOf(first.station, first.now);
        live(dialogue({ settings, description, kept, start: first.now + 60_000 }), later);
      }),
      { numRuns: 100 },
    );
  });
});

describe("what is told of a station whose messages wait", () => {
  /** So many transactions that ended offline, and one that runs. */
  const offline = (transactions: number) => {
    const d = v201.booted({ settings: settings201 }).do({ kind: "drop-link" });
    for (let count = 0; count < 2 * transactions + 1; count++)
      d.do({ kind: "present-token", token, evse: 1 });
    return d;
  };
  /** The most that was told after one event, for each of several things that happen. */
  const costs = (transactions: number): number[] => {
    const d = offline(transactions);
    let most = 0;
    followed(d, (follower) => {
      follower.ask(false);
      most = Math.max(most, follower.told);
    });
    const acts: ((d: Dialogue) => unknown)[] = [
      () => d.wait(20),
      () => d.withheld.add("TransactionEvent"),
      () => d.do({ kind: "reconnect" }),
      () => d.release({ kind: "timeout" }),
      () => d.do({ kind: "plug-in", evse: 1, connector: 1 }),
      () => d.cut(),
      () => d.do({ kind: "present-token", token, evse: 1 }),
      // All of it is delivered.
      () => d.wait(60),
    ];
    const told = acts.map((act) => {
      most = 0;
      act(d);
      return most;
    });
    expect(d.station.snapshot(d.now).queued).toBe(0);
    return told;
  };

  it("is no more than what changed, however many they are", () => {
    expect(offline(200).station.snapshot(0).queued).toBeGreaterThan(400);
    expect(costs(200)).toEqual(costs(3));
  });

  it("has a transaction that has ended as long as one message about it is kept back", () => {
    const d = v201.booted({ settings: settings201 }).do({ kind: "keep-back", on: true });
    const follower = followed(d, (each) => each.ask(false));
    d.do({ kind: "plug-in", evse: 1, connector: 1 }).do({ kind: "present-token", token, evse: 1 });
    d.wait(40).do({ kind: "present-token", token, evse: 1 });
    for (const queued of [3, 2, 1]) {
      expect(d.station.snapshot(d.now).queued).toBe(queued);
      expect(follower.known.has("transaction/1")).toBe(true);
      expect(follower.known).toEqual(follower.all());
      d.withheld.add("TransactionEvent");
      d.do({ kind: "keep-back", on: false }).do({ kind: "keep-back", on: true }).release();
    }
    expect(d.station.snapshot(d.now).queued).toBe(0);
    expect(follower.known).toEqual(follower.all());
  });

  it("is what remains when the queue was thinned out", () => {
    const d = v201.booted({ settings: { ...settings201, "SampledDataCtrlr.TxUpdatedInterval": "1" } });
    d.do({ kind: "drop-link" }).do({ kind: "present-token", token, evse: 1 });
    d.do({ kind: "plug-in", evse: 1, connector: 1, ev: { capacity: 1_000_000 } });
    const follower = new Follower(d.station);
    d.wait(11_900);
    follower.ask(false);
    d.wait(200);
    expect(d.notices()).toContain("The queue was full: every other intermediate meter value was dropped.");
    follower.ask(false);
    expect(follower.known).toEqual(follower.all());
  });
});
