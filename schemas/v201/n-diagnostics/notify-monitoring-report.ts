import { boolean, dateTime, integer, number, optional, some } from "../../shape.ts";
import { Component, Variable } from "../types/component.ts";
import { Monitor } from "../types/monitor.ts";
import { object } from "../types/object.ts";

export const VariableMonitoring = object({
  id: integer(),
  transaction: boolean(),
  value: number(),
  type: Monitor,
  /** 0 (danger) to 9 (debug). */
  severity: integer(),
});

export const MonitoringData = object({
  component: Component,
  variable: Variable,
  variableMonitoring: some(VariableMonitoring),
});

export const request = object({
  requestId: integer(),
  seqNo: integer(),
  generatedAt: dateTime(),
  tbc: optional(boolean()),
  monitor: optional(some(MonitoringData)),
});

export const response = object({});
