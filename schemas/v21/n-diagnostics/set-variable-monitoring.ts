import { atLeast, optional, some } from "../../shape.ts";
import * as v201 from "../../v201/n-diagnostics/set-variable-monitoring.ts";
import { Component } from "../types/component.ts";
import { Monitor } from "../types/monitor.ts";
import { revised } from "../types/object.ts";
import { PeriodicEventStreamParams } from "../types/periodic-event-stream.ts";
import { StatusInfo } from "../types/status-info.ts";

export const SetMonitoringData = revised(v201.SetMonitoringData, {
  id: optional(atLeast(0)),
  type: Monitor,
  /** 0 (danger) to 9 (debug). */
  severity: atLeast(0),
  component: Component,
  periodicEventStream: optional(PeriodicEventStreamParams),
});

export const SetMonitoringResult = revised(v201.SetMonitoringResult, {
  id: optional(atLeast(0)),
  statusInfo: optional(StatusInfo),
  type: Monitor,
  severity: atLeast(0),
  component: Component,
});

export const request = revised(v201.request, { setMonitoringData: some(SetMonitoringData) });

export const response = revised(v201.response, { setMonitoringResult: some(SetMonitoringResult) });
