import type { Static } from "typebox";
import { oneOf, optional, some, text } from "../../shape.ts";
import { Attribute, Component, Variable } from "../types/component.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const GetVariableData = object({
  attributeType: optional(Attribute),
  component: Component,
  variable: Variable,
});

export const GetVariableResult = object({
  attributeStatus: oneOf([
    "Accepted",
    "Rejected",
    "UnknownComponent",
    "UnknownVariable",
    "NotSupportedAttributeType",
  ]),
  attributeStatusInfo: optional(StatusInfo),
  attributeType: optional(Attribute),
  attributeValue: optional(text(2500)),
  component: Component,
  variable: Variable,
});
export type GetVariableResult = Static<typeof GetVariableResult>;

export const request = object({ getVariableData: some(GetVariableData) });

export const response = object({ getVariableResult: some(GetVariableResult) });
export type GetVariablesResponse = Static<typeof response>;
