import { expect, test } from "vitest";
import { booted, charging, dialogue, here } from "../v201/testing.ts";
import { twoConnectors } from "./testing.ts";

test("of a station that has never been on", () => {
  const d = dialogue({ description: twoConnectors });
  const { settings, ...rest } = d.station.snapshot(5000);
  expect(settings.length).toBeGreaterThan(40);
  expect(rest).toMatchObject({
    at: d.now,
    powered: false,
    online: false,
    boot: "None",
    queued: 0,
    awaiting: null,
    connectors: [
      {
        evse: 1,
        connector: 1,
        type: "cType2",
        maxPower: 22_000,
        status: "Available",
        cable: false,
        power: 0,
      },
      { evse: 2, connector: 1, status: "Available", soc: null, transaction: null, errorCode: null },
    ],
  });
});

test("looking changes nothing, even into the future", () => {
  const seen = charging();
  const unseen = charging();
  for (let minute = 1; minute < 10; minute++) {
    seen.station.snapshot(seen.now + minute * 600_000);
    seen.wait(60);
    unseen.wait(60);
  }
  expect(seen.said).toEqual(unseen.said);
  expect(seen.station.snapshot(seen.now)).toEqual(unseen.station.snapshot(unseen.now));
  expect(seen.station.snapshot(seen.now)).toEqual(
    JSON.parse(JSON.stringify(seen.station.snapshot(seen.now))),
  );
});

test("energy and battery go on between events", () => {
  const d = charging();
  const [now, later] = [0, 30_000].map((ahead) => d.station.snapshot(d.now + ahead).connectors[0]);
  expect(later?.energy).toBeGreaterThan(now?.energy ?? Infinity);
  expect(later?.soc).toBeGreaterThan(now?.soc ?? Infinity);
  expect(later?.transaction?.energy).toBe((later?.energy ?? 0) - (now?.energy ?? 0));
});

test("what was never meant to be read is not in it", () => {
  const d = booted({ settings: { "SecurityCtrlr.BasicAuthPassword": "abcdefgh12345678" } });
  d.do({ kind: "plug-in", ...here });
  expect(JSON.stringify(d.station.snapshot(d.now))).not.toContain("abcdefgh12345678");
});
