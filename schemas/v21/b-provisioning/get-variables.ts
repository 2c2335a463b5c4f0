import type { Static } from "typebox";
import { optional, some } from "../../shape.ts";
import * as v201 from "../../v201/b-provisioning/get-variables.ts";
import { Component } from "../types/component.ts";
import { object, revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const GetVariableData = revised(v201.GetVariableData, { component: Component });
export type GetVariableData = Static<typeof GetVariableData>;

export const GetVariableResult = revised(v201.GetVariableResult, {
  attributeStatusInfo: optional(StatusInfo),
  component: Component,
});
export type GetVariableResult = Static<typeof GetVariableResult>;

export const GetVariablesRequest = object({ getVariableData: some(GetVariableData) });
export type GetVariablesRequest = Static<typeof GetVariablesRequest>;

export const GetVariablesResponse = object({ getVariableResult: some(GetVariableResult) });
export type GetVariablesResponse = Static<typeof GetVariablesResponse>;
