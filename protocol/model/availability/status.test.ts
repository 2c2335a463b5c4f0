import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { statusWord } from "../../v201/g-availability/status-notification.ts";
import * as v201 from "../../v201/testing.ts";
import type { StationEvent } from "../messages/event.ts";
import type { ConnectorSnapshot } from "../snapshot.ts";
import { twoConnectors } from "../testing.ts";
import type { Said } from "../testing.ts";

const { here, token } = v16;

describe("1.6 hears of each state (1.6 C §4.9)", () => {
  test.each<[string, StationEvent[], string]>([
    ["nobody is here", [], "Available"],
    ["someone may plug in", [{ kind: "present-token", token }], "Preparing"],
    ["a cable waits for a token", [{ kind: "plug-in", ...here }], "Preparing"],
    [
      "it is broken",
      [
        { kind: "plug-in", ...here },
        { kind: "fault", ...here },
      ],
      "Faulted",
    ],
  ])("%s", (_, events, status) => {
    const d = v16.dialogue().do({ kind: "power-on" });
    for (const event of events) d.do(event);
    expect(
      d
        .heard(v16.words)
        .filter((each) => each.startsWith("Status"))
        .at(-1),
    ).toBe(`Status 1 ${status}`);
  });

  test("a new error of a connector that is broken already is told", () => {
    const d = v16.booted().do({ kind: "fault", ...here, errorCode: "GroundFailure" });
    d.do({ kind: "fault", ...here, errorCode: "HighTemperature" });
    d.do({ kind: "fault", ...here, errorCode: "HighTemperature" });
    expect(d.said.map(({ payload }) => payload["errorCode"])).toEqual(["GroundFailure", "HighTemperature"]);
  });
});

test("2.0.1 hears nothing of what goes on at an occupied connector (G01.FR.02)", () => {
  const d = v201.charging();
  d.do({ kind: "ev-suspend", ...here }).do({ kind: "ev-resume", ...here });
  d.do({ kind: "present-token", token });
  expect(d.heard(v201.words).filter((each) => each.startsWith("Status"))).toEqual([]);
});

test("the states of the time offline go before the transactions of that time", () => {
  const d = v16.charging({ description: twoConnectors }).do({ kind: "drop-link" }).wait(65);
  d.do({ kind: "present-token", token }).do({ kind: "plug-in", evse: 2, connector: 1 });
  d.do({ kind: "reconnect" });
  expect(d.heard(v16.words)).toEqual([
    "Status 1 Finishing",
    "Status 2 Preparing",
    "MeterValues 1 1",
    "Stop 1 Local",
  ]);
});

const event = fc.oneof(
  ...[1, 2].flatMap((evse) => [
    ...(["plug-in", "unplug", "fault", "clear-fault", "ev-suspend", "ev-resume"] as const).map((kind) =>
      fc.constant<StationEvent>({ kind, evse, connector: 1 }),
    ),
    fc.constant<StationEvent>({ kind: "present-token", token, evse }),
  ]),
  fc.constantFrom<StationEvent>(
    { kind: "drop-link" },
    { kind: "reconnect" },
    { kind: "power-off" },
    { kind: "power-on" },
  ),
);

describe.each([
  ["1.6", v16.dialogue, "connectorId", (now: ConnectorSnapshot) => now.status],
  ["2.0.1", v201.dialogue, "evseId", (now: ConnectorSnapshot) => statusWord(now.status, now.cable)],
] as const)("whatever happens to a station of %s", (_, dialogue, number, word) => {
  test("what the CSMS was told last is what is, and nothing is told twice in a row without a boot or a threshold", () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const d = dialogue({ description: twoConnectors }).do({ kind: "power-on" });
        for (const each of events) d.do(each);
        d.do({ kind: "power-on" }).do({ kind: "reconnect" });
        const told = (connector: number): Said[] =>
          d.said.filter(
            ({ action, payload }) =>
              action === "BootNotification" ||
              (action === "StatusNotification" && payload[number] === connector),
          );
        for (const [index, now] of d.station.snapshot(d.now).connectors.entries()) {
          const texts = told(index + 1).map(({ payload }) => JSON.stringify({ ...payload, timestamp: "" }));
          expect(texts.filter((text, at) => text === texts[at - 1])).toEqual([]);
          expect(texts.at(-1)).toContain(`"${word(now)}"`);
        }
      }),
      { numRuns: 100 },
    );
  });
});
