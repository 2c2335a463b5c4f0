import { describe, expect, it } from "vitest";
import { catalogue } from "../../schemas/v21/catalogue.ts";
import { errorCodes } from "../../schemas/v21/error-codes.ts";
import { rules } from "../../schemas/v21/rules.ts";
import { version as version201 } from "../v201/version.ts";
import { booted, here, token, words } from "../v201/testing.ts";
import { createValidator } from "../validate/validator.ts";
import { version } from "./version.ts";

// The dialogue refuses whatever the catalogue of 2.1 does not take.
const validator = createValidator(catalogue, errorCodes, rules);
const station = () => booted({ version, validator });

describe("a station of 2.1", () => {
  it("answers and tells all that one of 2.0.1 does", () => {
    expect([...version.incoming.keys()]).toEqual(expect.arrayContaining([...version201.incoming.keys()]));
    expect(Object.keys(version.wording).toSorted()).toEqual(Object.keys(version201.wording).toSorted());
    expect([...version.settings.keys()]).toEqual(expect.arrayContaining([...version201.settings.keys()]));
  });

  it("charges and stops in messages of 2.1", () => {
    const d = station();
    d.do({ kind: "plug-in", ...here })
      .do({ kind: "present-token", token, evse: 1 })
      .wait(65)
      .do({ kind: "present-token", token, evse: 1 })
      .do({ kind: "unplug", ...here });
    expect(d.heard(words)).toEqual([
      "Status 1 Occupied",
      "Started CablePluggedIn EVConnected +evse",
      "Authorize",
      "Updated Authorized EVConnected +token",
      "Updated ChargingStateChanged Charging",
      "Updated MeterValuePeriodic Charging",
      "Ended StopAuthorized EVConnected Local +token",
      "Status 1 Available",
    ]);
  });

  it("reports its variables and says again what it is asked for", () => {
    const d = station();
    expect(d.ask("GetBaseReport", { requestId: 1, reportBase: "FullInventory" })).toMatchObject({
      payload: { status: "Accepted" },
    });
    expect(d.said.length).toBeGreaterThan(1);
    for (const requestedMessage of ["Heartbeat", "FirmwareStatusNotification", "LogStatusNotification"]) {
      expect(d.clear().ask("TriggerMessage", { requestedMessage })).toMatchObject({
        payload: { status: "Accepted" },
      });
      expect(d.said.map(({ action }) => action)).toEqual([requestedMessage]);
    }
  });

  it("refuses to resume after a reset, and resets as one of 2.0.1 does (B13.FR.01)", () => {
    const d = station();
    expect(d.ask("Reset", { type: "ImmediateAndResume" })).toEqual({ payload: { status: "Rejected" } });
    expect(d.ask("Reset", { type: "Immediate" })).toEqual({ payload: { status: "Accepted" } });
  });

  it("tells a token's type as it was presented, whoever made it up", () => {
    const own = { idToken: "A", type: "MyOwnType" };
    const d = station();
    d.ask("RequestStartTransaction", { remoteStartId: 1, evseId: 1, idToken: own });
    d.do({ kind: "plug-in", ...here });
    const told = d.said.flatMap(({ payload }) => payload["idToken"] ?? []);
    expect(told).toEqual([own, own]);
  });

  it("tells that a transaction goes on after a loss of power (E17.FR.14)", () => {
    const d = booted({ version, validator, onPowerLoss: "resume-transactions" });
    d.do({ kind: "plug-in", ...here }).do({ kind: "present-token", token, evse: 1 });
    d.do({ kind: "power-off" }).clear().do({ kind: "power-on" });
    expect(d.heard(words).at(-1)).toBe("Updated TxResumed Charging");
  });

  it("knows the actions of 2.1 that it does not support from those that do not exist", () => {
    expect(station().ask("SetDERControl", {})).toMatchObject({ code: "NotSupported" });
    expect(station().ask("MakeCoffee", {})).toMatchObject({ code: "NotImplemented" });
  });
});
