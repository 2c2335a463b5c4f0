import { describe, expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import { booted, charging, here, token, words } from "../../v201/testing.ts";
import { twoConnectors } from "../testing.ts";
import type { Dialogue } from "../testing.ts";

const yes = { payload: { status: "Accepted" } };
const no = { payload: { status: "Rejected" } };
const later = { payload: { status: "Scheduled" } };
const reset = (d: Dialogue, type: string, evseId?: number) =>
  d.ask("Reset", { type, ...(evseId === undefined ? {} : { evseId }) });

describe("the whole station", () => {
  test.each([
    ["Hard", "HardReset"],
    ["Soft", "SoftReset"],
  ])("1.6 %s: reply, stop, close, boot (1.6 C §5.14)", (type, reason) => {
    const d = v16.charging();
    expect(d.ask("Reset", { type })).toEqual(yes);
    expect(d.heard(v16.words)).toEqual([`Stop 1 ${reason}`]);
    expect(d.commands.at(0)?.kind).toBe("reply");
    expect(d.commands).toContainEqual(expect.objectContaining({ kind: "disconnect" }));
    d.clear().wait(5);
    expect(d.heard(v16.words)).toEqual(["BootNotification", "Status 0 Available", "Status 1 Finishing"]);
  });

  test("Immediate: reply, Ended, close, boot with RemoteReset (B11.FR.03, B12.FR.02, B12.FR.04)", () => {
    const d = charging();
    expect(reset(d, "Immediate")).toEqual(yes);
    expect(d.heard(words)).toEqual(["Ended ResetCommand EVConnected ImmediateReset"]);
    d.clear().wait(5);
    expect(d.heard(words)).toEqual(["BootNotification", "Status 1 Occupied"]);
    expect(d.said[0]?.payload["reason"]).toBe("RemoteReset");
  });

  test("it waits for the last answer, but not for ever (B12.FR.05)", () => {
    const d = charging();
    d.withheld.add("TransactionEvent");
    reset(d, "Immediate");
    d.wait(9);
    expect(d.station.snapshot(d.now).online).toBe(true);
    d.withheld.clear();
    d.clear().wait(5);
    expect(d.heard(words)).toEqual([
      "BootNotification",
      "Status 1 Occupied",
      "Ended ResetCommand EVConnected ImmediateReset",
    ]);
  });

  test("OnIdle: free EVSEs close, the transaction ends by itself, then the reset (B12.FR.01, B12.FR.03)", () => {
    const d = charging({ description: twoConnectors });
    expect(reset(d, "OnIdle")).toEqual(later);
    expect(d.heard(words)).toEqual(["Status 2 Unavailable"]);
    d.clear().do({ kind: "present-token", token }).wait(5);
    expect(d.heard(words).slice(0, 1)).toEqual(["Ended StopAuthorized EVConnected Local +token"]);
    expect(d.said.find(({ action }) => action === "BootNotification")?.payload["reason"]).toBe(
      "ScheduledReset",
    );
    expect(d.heard(words).slice(-2)).toEqual(["Status 1 Occupied", "Status 2 Available"]);
  });

  test("a transaction that waits for a cable anywhere counts as one (B12.FR.01)", () => {
    const d = booted({ description: twoConnectors }).do({ kind: "present-token", token }).clear();
    expect(reset(d, "OnIdle")).toEqual(later);
    d.clear().wait(65);
    expect(d.heard(words).slice(0, 2)).toEqual(["Ended EVConnectTimeout Idle Timeout", "BootNotification"]);
  });

  test("what was Inoperative is so afterwards (B11.FR.02, B12.FR.06)", () => {
    const d = booted({ description: twoConnectors });
    d.ask("ChangeAvailability", { operationalStatus: "Inoperative", evse: { id: 2 } });
    d.clear();
    expect(reset(d, "Immediate")).toEqual(yes);
    d.wait(5);
    expect(d.heard(words)).toEqual(["BootNotification", "Status 1 Available", "Status 2 Unavailable"]);
  });
});

describe("one EVSE: no reboot, no link lost", () => {
  const restarted = ["Status 1 Unavailable", "Status 1 Occupied"];

  test("Immediate ends its transaction first, and no other one (B11.FR.08, B12.FR.08)", () => {
    const d = charging({ description: twoConnectors });
    const there = { evse: 2, connector: 1 };
    d.do({ kind: "plug-in", ...there }).clear();
    expect(reset(d, "Immediate", 3)).toEqual(no);
    expect(reset(d, "Immediate", 1)).toEqual(yes);
    d.wait(5);
    expect(d.heard(words)).toEqual(["Ended ResetCommand EVConnected ImmediateReset", ...restarted]);
    expect(d.station.snapshot(d.now).connectors[1]?.transaction).not.toBeNull();
  });

  test("OnIdle lets the transaction end as it does, then resets (B12.FR.01, B12.FR.07; TC_B_26)", () => {
    const d = charging();
    expect(reset(d, "OnIdle", 1)).toEqual(later);
    d.wait(30);
    expect(d.heard(words)).toEqual([]);
    d.do({ kind: "present-token", token }).wait(5);
    expect(d.heard(words)).toEqual(["Ended StopAuthorized EVConnected Local +token", ...restarted]);
    // Once only.
    d.clear()
      .do({ kind: "unplug", ...here })
      .do({ kind: "plug-in", ...here })
      .do({ kind: "present-token", token })
      .do({ kind: "present-token", token })
      .wait(5);
    expect(d.heard(words)).not.toContain("Status 1 Unavailable");
  });

  test("while it resets nobody may begin; a cable that came in between is served afterwards", () => {
    const d = booted();
    expect(reset(d, "OnIdle", 1)).toEqual(yes);
    const start = { remoteStartId: 1, idToken: token, evseId: 1 };
    expect(d.ask("RequestStartTransaction", start)).toEqual(no);
    d.do({ kind: "plug-in", ...here }).do({ kind: "present-token", token });
    expect(d.heard(words)).toEqual(["Status 1 Unavailable", "Authorize"]);
    d.clear().wait(1);
    expect(d.heard(words)).toEqual(["Status 1 Occupied", "Started CablePluggedIn EVConnected +evse"]);
  });

  test("an authorization that waited for its cable is gone", () => {
    const d = booted().do({ kind: "present-token", token, evse: 1 }).clear();
    expect(reset(d, "Immediate", 1)).toEqual(yes);
    d.clear()
      .wait(1)
      .do({ kind: "plug-in", ...here });
    expect(d.heard(words).at(-1)).toBe("Started CablePluggedIn EVConnected +evse");
  });

  test("it stays Unavailable if it was set so (B12.FR.06), and a loss of power is reset enough", () => {
    const d = charging();
    d.ask("ChangeAvailability", { operationalStatus: "Inoperative", evse: { id: 1 } });
    reset(d, "OnIdle", 1);
    d.do({ kind: "present-token", token }).wait(5);
    expect(d.heard(words)).toEqual(["Ended StopAuthorized EVConnected Local +token", "Status 1 Unavailable"]);
    const off = charging();
    reset(off, "OnIdle", 1);
    off.do({ kind: "power-off" }).do({ kind: "power-on" });
    expect(off.heard(words).slice(0, 2)).toEqual(["BootNotification", "Status 1 Occupied"]);
  });
});
