import { optional, some, text } from "../../shape.ts";
import * as v201 from "../../v201/b-provisioning/set-variables.ts";
import { Component } from "../types/component.ts";
import { revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const SetVariableData = revised(v201.SetVariableData, {
  attributeValue: text(2500),
  component: Component,
});

export const SetVariableResult = revised(v201.SetVariableResult, {
  attributeStatusInfo: optional(StatusInfo),
  component: Component,
});

export const request = revised(v201.request, { setVariableData: some(SetVariableData) });

export const response = revised(v201.response, { setVariableResult: some(SetVariableResult) });
