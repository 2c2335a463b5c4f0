import { describe, expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { booted, charging, here, token, words } from "../../v201/testing.ts";
import { twoConnectors } from "../testing.ts";
import type { Dialogue } from "../testing.ts";

const cut = (d: Dialogue, seconds: number): Dialogue =>
  d.do({ kind: "power-off" }).wait(seconds).do({ kind: "power-on" });

describe("most stations end their transactions", () => {
  test("1.6: boot again, then StopTransaction PowerLoss of that moment", () => {
    const d = cut(v16.charging().wait(20), 600);
    expect(d.heard(v16.words)).toEqual([
      "BootNotification",
      "Status 0 Available",
      "Status 1 Finishing",
      "Stop 1 PowerLoss",
    ]);
    expect(d.said.at(-1)?.payload["timestamp"]).toBe(new Date(d.now - 600_000).toISOString());
  });

  test("2.0.1: Ended, offline (E12.FR.01)", () => {
    const d = cut(charging().wait(10), 60);
    expect(d.heard(words)).toEqual([
      "BootNotification",
      "Status 1 Occupied",
      "Ended AbnormalCondition EVConnected PowerLoss",
    ]);
    expect(d.said[2]?.payload["offline"]).toBe(true);
  });

  test("and what waits for a cable, with or without an EVSE", () => {
    for (const [description, evse] of [[twoConnectors, {}] as const, [twoConnectors, { evse: 1 }] as const]) {
      const d = cut(
        booted({ description })
          .do({ kind: "present-token", token, ...evse })
          .clear(),
        1,
      );
      expect(d.heard(words).at(-1)).toBe("Ended AbnormalCondition Idle PowerLoss");
      d.clear().do({ kind: "plug-in", ...here });
      expect(d.heard(words).at(-1)).toBe("Started CablePluggedIn EVConnected +evse");
    }
  });

  test("the token that was charging begins another transaction", () => {
    const d = cut(charging().wait(10), 60).clear().do({ kind: "present-token", token });
    expect(d.heard(words)).toEqual([
      "Authorize",
      "Started Authorized EVConnected +evse +token",
      "Updated ChargingStateChanged Charging",
    ]);
  });
});

describe("some take them up again", () => {
  const onPowerLoss = "resume-transactions";
  const idOf = (d: Dialogue) => d.station.snapshot(d.now).connectors[0]?.transaction?.id;

  test("with the same id, the next seqNo, and no energy for the time without power", () => {
    const d = charging({ onPowerLoss }).wait(70);
    const id = idOf(d);
    const before = d.station.snapshot(d.now).connectors[0]?.energy ?? 0;
    cut(d.clear(), 3600);
    expect(d.heard(words)).toEqual([
      "BootNotification",
      "Status 1 Occupied",
      "Updated ChargingStateChanged Charging",
    ]);
    expect(d.said.at(-1)?.payload["seqNo"]).toBe(4);
    expect(idOf(d)).toBe(id);
    expect(d.station.snapshot(d.now).connectors[0]?.energy).toBe(before);
    d.clear().wait(60);
    expect(d.heard(words)).toEqual(["Updated MeterValuePeriodic Charging"]);
  });

  test("1.6: the CSMS hears nothing of it but the boot and the state", () => {
    const d = cut(v16.charging({ onPowerLoss }), 5);
    expect(d.heard(v16.words)).toEqual(["BootNotification", "Status 0 Available", "Status 1 Charging"]);
    d.clear().do({ kind: "present-token", token });
    expect(d.heard(v16.words)).toEqual(["Stop 1 Local", "Status 1 Finishing"]);
  });

  test("one whose cable has not come yet waits for it anew (E03.FR.05)", () => {
    const d = booted({ onPowerLoss, settings: { "TxCtrlr.EVConnectionTimeOut": "20" } });
    d.do({ kind: "present-token", token }).wait(15);
    cut(d, 3600).clear().wait(19);
    expect(d.heard(words)).toEqual([]);
    d.wait(1);
    expect(d.heard(words)).toEqual(["Ended EVConnectTimeout Idle Timeout"]);
  });

  test("one whose cable was pulled in the dark ends, as it does in the light (E09, 1.6 C §5.18)", () => {
    const pulled = (d: Dialogue): Dialogue =>
      d
        .do({ kind: "power-off" })
        .do({ kind: "unplug", ...here })
        .clear()
        .do({ kind: "power-on" });
    const d = pulled(charging({ onPowerLoss }));
    expect(d.heard(words)).toEqual([
      "BootNotification",
      "Status 1 Available",
      "Ended EVCommunicationLost Idle EVDisconnected",
    ]);
    const old = pulled(v16.charging({ onPowerLoss }));
    expect(old.heard(v16.words).at(-1)).toBe("Stop 1 EVDisconnected");
    expect(old.station.snapshot(old.now).connectors[0]?.transaction).toBeNull();
  });

  test("one that waits for a cable finds one that came in the dark, at whichever connector (E03)", () => {
    const [evse] = twoConnectors.evses;
    if (evse === undefined) throw new Error("There is no EVSE.");
    const description = {
      ...twoConnectors,
      evses: [{ ...evse, connectors: [...evse.connectors, ...evse.connectors] }],
    };
    const d = booted({ onPowerLoss, description });
    d.do({ kind: "present-token", token, evse: 1 }).do({ kind: "power-off" });
    d.do({ kind: "plug-in", evse: 1, connector: 2 }).clear().do({ kind: "power-on" });
    expect(d.heard(words)).toEqual([
      "BootNotification",
      "Status 1 Available",
      "Status 1 Occupied",
      "Updated CablePluggedIn EVConnected +evse",
      "Updated ChargingStateChanged Charging",
    ]);
  });

  test("a cable that was pulled in the dark comes back to it (E10)", () => {
    const settings = { "TxCtrlr.TxStopPoint": "Authorized", "TxCtrlr.StopTxOnEVSideDisconnect": "false" };
    const d = charging({ onPowerLoss, settings }).do({ kind: "power-off" });
    d.do({ kind: "unplug", ...here })
      .clear()
      .do({ kind: "power-on" });
    expect(d.heard(words).at(-1)).toBe("Updated EVCommunicationLost Idle");
    d.clear().do({ kind: "power-off" }).do({ kind: "power-on" });
    expect(d.heard(words)).toEqual(["BootNotification", "Status 1 Occupied"]);
    d.clear().do({ kind: "plug-in", ...here });
    expect(d.heard(words)).toEqual([
      "Updated CablePluggedIn EVConnected",
      "Updated ChargingStateChanged Charging",
    ]);
  });
});
