import type { Static } from "typebox";
import { optional, some, text } from "../../shape.ts";
import * as v201 from "../../v201/b-provisioning/set-variables.ts";
import { Component } from "../types/component.ts";
import { object, revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const SetVariableData = revised(v201.SetVariableData, {
  attributeValue: text(2500),
  component: Component,
});
export type SetVariableData = Static<typeof SetVariableData>;

export const SetVariableResult = revised(v201.SetVariableResult, {
  attributeStatusInfo: optional(StatusInfo),
  component: Component,
});
export type SetVariableResult = Static<typeof SetVariableResult>;

export const SetVariablesRequest = object({ setVariableData: some(SetVariableData) });
export type SetVariablesRequest = Static<typeof SetVariablesRequest>;

export const SetVariablesResponse = object({ setVariableResult: some(SetVariableResult) });
export type SetVariablesResponse = Static<typeof SetVariablesResponse>;
