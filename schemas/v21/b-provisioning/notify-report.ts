import { atLeast, optional, some } from "../../shape.ts";
import * as v201 from "../../v201/b-provisioning/notify-report.ts";
import { Component } from "../types/component.ts";
import { revised } from "../types/object.ts";

export const VariableCharacteristics = revised(v201.VariableCharacteristics, {
  /** Of a list. */
  maxElements: optional(atLeast(1)),
});

export const ReportData = revised(v201.ReportData, {
  component: Component,
  variableCharacteristics: optional(VariableCharacteristics),
});

export const request = revised(v201.request, {
  reportData: optional(some(ReportData)),
  seqNo: atLeast(0),
});

export const response = v201.response;
