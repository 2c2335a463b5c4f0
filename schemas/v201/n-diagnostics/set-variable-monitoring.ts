import { boolean, integer, number, oneOf, optional, some } from "../../shape.ts";
import { Component, Variable } from "../types/component.ts";
import { Monitor } from "../types/monitor.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const SetMonitoringData = object({
  id: optional(integer()),
  transaction: optional(boolean()),
  value: number(),
  type: Monitor,
  /** 0 (danger) to 9 (debug). */
  severity: integer(),
  component: Component,
  variable: Variable,
});

export const SetMonitoringResult = object({
  id: optional(integer()),
  status: oneOf([
    "Accepted",
    "UnknownComponent",
    "UnknownVariable",
    "UnsupportedMonitorType",
    "Rejected",
    "Duplicate",
  ]),
  statusInfo: optional(StatusInfo),
  type: Monitor,
  severity: integer(),
  component: Component,
  variable: Variable,
});

export const request = object({ setMonitoringData: some(SetMonitoringData) });

export const response = object({ setMonitoringResult: some(SetMonitoringResult) });
