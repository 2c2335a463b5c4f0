import { expect, test } from "vitest";
import { oneConnector, twoConnectors } from "../../model/testing.ts";
import { booted, here } from "../testing.ts";
import { get, place } from "./testing.ts";

const evse = (id: number, name: string) => ({
  component: { name: "EVSE", evse: { id } },
  variable: { name },
});
const connector = (id: number, name: string) => ({
  component: { name: "Connector", evse: { id, connectorId: 1 } },
  variable: { name },
});

test("parts are found by their numbers, and not without them (B06.FR.15)", () => {
  const d = booted({ description: twoConnectors });
  expect(get(d, connector(2, "ConnectorType"))).toEqual(["Accepted", "cType2"]);
  expect(get(d, connector(3, "ConnectorType"))).toEqual(["UnknownComponent", undefined]);
  expect(get(d, connector(1, "Taste"))).toEqual(["UnknownVariable", undefined]);
  expect(get(d, place("Connector.AvailabilityState"))).toEqual(["UnknownComponent", undefined]);
  expect(get(d, evse(1, "Power"))).toEqual(["Accepted", "22000"]);
  // B11.FR.10.
  expect(get(d, evse(1, "AllowReset"))).toEqual(["Accepted", "true"]);
});

test("they are read from what is so now", () => {
  const d = booted({ description: twoConnectors });
  const states = () =>
    [connector(1, "AvailabilityState"), evse(1, "AvailabilityState")].map((data) => get(d, data));
  const both = (word: string) => [
    ["Accepted", word],
    ["Accepted", word],
  ];
  expect(states()).toEqual(both("Available"));
  d.do({ kind: "plug-in", ...here });
  expect(states()).toEqual(both("Occupied"));
  expect(get(d, connector(1, "Problem"))).toEqual(["Accepted", "false"]);
  d.do({ kind: "fault", ...here });
  expect(states()).toEqual(both("Faulted"));
  expect(get(d, connector(1, "Problem"))).toEqual(["Accepted", "true"]);
  d.ask("ChangeAvailability", { operationalStatus: "Inoperative" });
  expect(get(d, place("ChargingStation.AvailabilityState"))).toEqual(["Accepted", "Unavailable"]);
  expect(get(d, connector(2, "Available"))).toEqual(["Accepted", "false"]);
});

test("what the description does not say is no variable", () => {
  expect(get(booted(), place("ChargingStation.SerialNumber"))).toEqual(["UnknownVariable", undefined]);
  const d = booted({ description: { ...oneConnector, serialNumber: "S1", firmwareVersion: "2" } });
  expect(get(d, place("ChargingStation.SerialNumber"))).toEqual(["Accepted", "S1"]);
  expect(get(d, place("ChargingStation.FirmwareVersion"))).toEqual(["Accepted", "2"]);
});
