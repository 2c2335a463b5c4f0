import { boolean, dateTime, integer, oneOf, optional, some, text } from "../../shape.ts";
import { Component, Variable } from "../types/component.ts";
import { object } from "../types/object.ts";

export const EventData = object({
  eventId: integer(),
  timestamp: dateTime(),
  trigger: oneOf(["Alerting", "Delta", "Periodic"]),
  /** Id of the event that led to this one. */
  cause: optional(integer()),
  actualValue: text(2500),
  techCode: optional(text(50)),
  techInfo: optional(text(500)),
  cleared: optional(boolean()),
  transactionId: optional(text(36)),
  variableMonitoringId: optional(integer()),
  eventNotificationType: oneOf([
    "HardWiredNotification",
    "HardWiredMonitor",
    "PreconfiguredMonitor",
    "CustomMonitor",
  ]),
  component: Component,
  variable: Variable,
});

export const request = object({
  generatedAt: dateTime(),
  seqNo: integer(),
  tbc: optional(boolean()),
  eventData: some(EventData),
});

export const response = object({});
