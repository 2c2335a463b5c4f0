import { boolean, dateTime, oneOf, optional, text } from "../../shape.ts";
import { DERControl } from "../types/der-control.ts";
import { object } from "../types/object.ts";

export const GridEventFault = oneOf([
  "CurrentImbalance",
  "LocalEmergency",
  "LowInputPower",
  "OverCurrent",
  "OverFrequency",
  "OverVoltage",
  "PhaseRotation",
  "RemoteEmergency",
  "UnderFrequency",
  "UnderVoltage",
  "VoltageImbalance",
]);

export const request = object({
  controlType: DERControl,
  gridEventFault: optional(GridEventFault),
  alarmEnded: optional(boolean()),
  timestamp: dateTime(),
  extraInfo: optional(text(200)),
});

export const response = object({});
