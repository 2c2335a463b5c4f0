import { describe, expect, it } from "vitest";
import { catalogue } from "../../schemas/v21/catalogue.ts";
import { errorCodes } from "../../schemas/v21/error-codes.ts";
import { rules } from "../../schemas/v21/rules.ts";
import { blocks as blocks201 } from "../v201/blocks.ts";
import { booted, here, token, words } from "../v201/testing.ts";
import { createValidator } from "../validate/validator.ts";
import { blocks } from "./blocks.ts";
import { version } from "./version.ts";

// The dialogue refuses whatever the catalogue of 2.1 does not take.
const validator = createValidator(catalogue, errorCodes, rules);
const station = () => booted({ version, validator });

describe("a station of 2.1", () => {
  it("takes every block of 2.0.1", () => {
    expect(blocks).toEqual(expect.arrayContaining([...blocks201]));
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

  it("knows the actions of 2.1 that it does not support from those that do not exist", () => {
    expect(station().ask("SetDERControl", {})).toMatchObject({ code: "NotSupported" });
    expect(station().ask("MakeCoffee", {})).toMatchObject({ code: "NotImplemented" });
  });
});
