import { atLeast, optional, some } from "../../shape.ts";
import { EventData } from "../../v201/n-diagnostics/notify-event.ts";
import * as v201 from "../../v201/n-diagnostics/notify-monitoring-report.ts";
import { Component } from "../types/component.ts";
import { Monitor } from "../types/monitor.ts";
import { revised } from "../types/object.ts";

export const VariableMonitoring = revised(v201.VariableMonitoring, {
  id: atLeast(0),
  type: Monitor,
  /** 0 (danger) to 9 (debug). */
  severity: atLeast(0),
  eventNotificationType: EventData.properties.eventNotificationType,
});

export const MonitoringData = revised(v201.MonitoringData, {
  component: Component,
  variableMonitoring: some(VariableMonitoring),
});

export const request = revised(v201.request, {
  seqNo: atLeast(0),
  monitor: optional(some(MonitoringData)),
});

export const response = v201.response;
