import type { Static } from "typebox";
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
export type GridEventFault = Static<typeof GridEventFault>;

export const NotifyDERAlarmRequest = object({
  controlType: DERControl,
  gridEventFault: optional(GridEventFault),
  alarmEnded: optional(boolean()),
  timestamp: dateTime(),
  extraInfo: optional(text(200)),
});
export type NotifyDERAlarmRequest = Static<typeof NotifyDERAlarmRequest>;

export const NotifyDERAlarmResponse = object({});
export type NotifyDERAlarmResponse = Static<typeof NotifyDERAlarmResponse>;
