import { optional, some } from "../../shape.ts";
import * as v201 from "../../v201/b-provisioning/get-variables.ts";
import { Component } from "../types/component.ts";
import { revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const GetVariableData = revised(v201.GetVariableData, { component: Component });

export const GetVariableResult = revised(v201.GetVariableResult, {
  attributeStatusInfo: optional(StatusInfo),
  component: Component,
});

export const request = revised(v201.request, { getVariableData: some(GetVariableData) });

export const response = revised(v201.response, { getVariableResult: some(GetVariableResult) });
