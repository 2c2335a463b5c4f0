import { describe, expect, test } from "vitest";
import { objects } from "../../payload/read.ts";
import * as v16 from "../../v16/testing.ts";
import * as v201 from "../../v201/testing.ts";
import { twoConnectors } from "../testing.ts";

const yes = { payload: { status: "Accepted" } };
const description = twoConnectors;

describe("1.6 (1.6 C §5.17)", () => {
  test.each([
    ["Heartbeat", ["Heartbeat"]],
    ["StatusNotification", ["Status 0 Available", "Status 1 Charging", "Status 2 Available"]],
    ["MeterValues", ["MeterValues 1 1", "MeterValues 2 undefined"]],
    ["FirmwareStatusNotification", ["FirmwareStatusNotification"]],
    ["DiagnosticsStatusNotification", ["DiagnosticsStatusNotification"]],
  ])("%s, after the answer, whether changed or not", (requestedMessage, heard) => {
    const d = v16.charging({ description });
    expect(d.ask("TriggerMessage", { requestedMessage })).toEqual(yes);
    expect(d.heard(v16.words)).toEqual(heard);
    expect(d.commands[0]?.kind).toBe("reply");
  });

  test.each([
    ["StatusNotification", 0, ["Status 0 Available"]],
    ["StatusNotification", 2, ["Status 2 Available"]],
    ["MeterValues", 2, ["MeterValues 2 undefined"]],
  ])("%s of connector %i", (requestedMessage, connectorId, heard) => {
    const d = v16.charging({ description });
    expect(d.ask("TriggerMessage", { requestedMessage, connectorId })).toEqual(yes);
    expect(d.heard(v16.words)).toEqual(heard);
  });
});

describe("2.0.1 (F06)", () => {
  test.each([
    ["Heartbeat", {}, "Accepted", ["Heartbeat"]],
    ["StatusNotification", { evse: { id: 1, connectorId: 1 } }, "Accepted", ["Status 1 Occupied"]],
    ["StatusNotification", { evse: { id: 9, connectorId: 1 } }, "Rejected", []],
    ["MeterValues", { evse: { id: 1 } }, "Accepted", ["MeterValues"]],
    ["MeterValues", {}, "Accepted", ["MeterValues", "MeterValues"]],
    ["TransactionEvent", {}, "Accepted", ["Updated Trigger Charging"]],
    ["TransactionEvent", { evse: { id: 2 } }, "Rejected", []],
    ["LogStatusNotification", {}, "Accepted", ["LogStatusNotification"]],
    ["FirmwareStatusNotification", {}, "Accepted", ["FirmwareStatusNotification"]],
    // F06.FR.17.
    ["BootNotification", {}, "Rejected", []],
  ])("%s %o: %s", (requestedMessage, rest, status, heard) => {
    const d = v201.charging({ description });
    expect(d.ask("TriggerMessage", { requestedMessage, ...rest })).toEqual({ payload: { status } });
    expect(d.heard(v201.words)).toEqual(heard);
  });

  test("what is measured for it says so (F06.FR.06-07)", () => {
    const d = v201.charging();
    for (const requestedMessage of ["MeterValues", "TransactionEvent"]) {
      d.clear().ask("TriggerMessage", { requestedMessage });
      const [reading] = objects(d.said[0]?.payload, "meterValue");
      expect(objects(reading, "sampledValue")[0]).toMatchObject({ context: "Trigger" });
    }
  });

  test("no meter values where nothing is measured", () => {
    const d = v201.charging({ settings: { "AlignedDataCtrlr.Measurands": "" } });
    const refused = { payload: { status: "Rejected" } };
    expect(d.ask("TriggerMessage", { requestedMessage: "MeterValues" })).toEqual(refused);
  });
});
