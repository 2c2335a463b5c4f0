import { expect, test } from "vitest";
import { charging, here } from "../../v201/testing.ts";
import { oneConnector } from "../testing.ts";

test.each(["plug-in", "unplug", "ev-suspend", "ev-resume", "fault", "clear-fault"] as const)(
  "%s where there is no connector changes nothing, and the operator hears why",
  (kind) => {
    const d = charging();
    const before = d.station.snapshot(d.now);
    for (const [evse, connector] of [
      [2, 1],
      [1, 2],
      [0, 0],
    ] as const) {
      d.do({ kind, evse, connector });
    }
    expect(d.notices()).toEqual([
      "There is no connector 2.1.",
      "There is no connector 1.2.",
      "There is no connector 0.0.",
    ]);
    expect([d.said, d.station.snapshot(d.now)]).toEqual([[], before]);
  },
);

test("what is plugged in already cannot be again, nor what is not be pulled", () => {
  const d = charging().do({ kind: "plug-in", ...here });
  d.do({ kind: "unplug", ...here }).do({ kind: "unplug", ...here });
  expect(d.notices()).toEqual([
    "A cable is plugged in at EVSE 1, connector 1 already.",
    "No cable is plugged in at EVSE 1, connector 1.",
  ]);
});

test("of two connectors of an EVSE the one that serves shows the transaction", () => {
  const [type2] = oneConnector.evses[0]?.connectors ?? [];
  const connectors = type2 ? [type2, type2] : [];
  const d = charging({ description: { ...oneConnector, evses: [{ connectors }] } }).wait(60);
  const [first, second] = d.station.snapshot(d.now).connectors;
  expect(first).toMatchObject({ cable: true, transaction: { seqNo: 4, chargingState: "Charging" } });
  expect(first?.transaction?.energy).toBeGreaterThan(100);
  expect(second).toMatchObject({ cable: false, transaction: null, power: 0 });
});
