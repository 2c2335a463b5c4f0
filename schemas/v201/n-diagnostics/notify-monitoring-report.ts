import type { Static } from "typebox";
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
export type VariableMonitoring = Static<typeof VariableMonitoring>;

export const MonitoringData = object({
  component: Component,
  variable: Variable,
  variableMonitoring: some(VariableMonitoring),
});
export type MonitoringData = Static<typeof MonitoringData>;

export const NotifyMonitoringReportRequest = object({
  requestId: integer(),
  seqNo: integer(),
  generatedAt: dateTime(),
  tbc: optional(boolean()),
  monitor: optional(some(MonitoringData)),
});
export type NotifyMonitoringReportRequest = Static<typeof NotifyMonitoringReportRequest>;

export const NotifyMonitoringReportResponse = object({});
export type NotifyMonitoringReportResponse = Static<typeof NotifyMonitoringReportResponse>;
