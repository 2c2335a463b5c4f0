import type { Component } from "../../../schemas/v201/types/component.ts";
import type { ConnectorStatus } from "../../model/snapshot.ts";
import { connectorStatus, isOperative } from "../../model/availability/status.ts";
import type { ConnectorState, EvseState, StationState } from "../../model/state.ts";
import { statusWord } from "../g-availability/status-notification.ts";
import { variableName } from "./variable.ts";
import type { VariableSpec } from "./variable.ts";

/** Variables of station, EVSEs and connectors, which are read from what they are, not from a setting. */
export function hardwareVariables(station: StationState): VariableSpec[] {
  return [
    ...stationVariables(station),
    ...station.evses.flatMap((evse) => [
      ...evseVariables(station, evse),
      ...evse.connectors.flatMap((connector) => connectorVariables(station, evse, connector)),
    ]),
  ];
}

const states = "Available,Occupied,Reserved,Unavailable,Faulted".split(",");

function stationVariables(station: StationState): VariableSpec[] {
  const component: Component = { name: "ChargingStation" };
  const { description } = station;
  return [
    option(component, "AvailabilityState", station.operative ? "Available" : "Unavailable"),
    flag(component, "Available", true),
    text(component, "Model", description.model),
    text(component, "VendorName", description.vendor),
    ...(description.serialNumber === undefined
      ? []
      : [text(component, "SerialNumber", description.serialNumber)]),
    ...(description.firmwareVersion === undefined
      ? []
      : [text(component, "FirmwareVersion", description.firmwareVersion)]),
    count(component, "SupplyPhases", 3),
  ];
}

function evseVariables(station: StationState, evse: EvseState): VariableSpec[] {
  const component: Component = { name: "EVSE", evse: { id: evse.id } };
  const statuses = evse.connectors.map((each) => word(station, evse, each));
  const state = statuses.find((each) => each !== "Available") ?? "Available";
  const power = Math.max(...evse.connectors.map((each) => each.description.maxPower), 0);
  return [
    option(component, "AvailabilityState", state),
    flag(component, "Available", true),
    // B11.FR.10.
    flag(component, "AllowReset", true),
    { ...base(component, "Power", String(power)), type: "decimal", unit: "W" },
    count(component, "SupplyPhases", Math.max(...evse.connectors.map((each) => each.description.phases), 1)),
  ];
}

function connectorVariables(
  station: StationState,
  evse: EvseState,
  connector: ConnectorState,
): VariableSpec[] {
  const component: Component = { name: "Connector", evse: { id: evse.id, connectorId: connector.id } };
  return [
    option(component, "AvailabilityState", word(station, evse, connector)),
    flag(component, "Available", isOperative(station, evse, connector)),
    text(component, "ConnectorType", connector.description.type),
    flag(component, "Problem", connector.fault !== null),
    count(component, "SupplyPhases", connector.description.phases),
  ];
}

function word(station: StationState, evse: EvseState, connector: ConnectorState): string {
  const status: ConnectorStatus = connectorStatus(station, evse, connector);
  return statusWord(status, connector.ev !== null);
}

function base(component: Component, name: string, value: string) {
  const variable = { name };
  return {
    name: variableName({ component, variable }),
    component,
    variable,
    default: value,
    readOnly: true as const,
    read: () => value,
  };
}

function option(component: Component, name: string, value: string): VariableSpec {
  return { ...base(component, name, value), type: "option", options: states };
}

function flag(component: Component, name: string, value: boolean): VariableSpec {
  return { ...base(component, name, String(value)), type: "boolean" };
}

function count(component: Component, name: string, value: number): VariableSpec {
  return { ...base(component, name, String(value)), type: "integer" };
}

function text(component: Component, name: string, value: string): VariableSpec {
  return { ...base(component, name, value), type: "string" };
}
