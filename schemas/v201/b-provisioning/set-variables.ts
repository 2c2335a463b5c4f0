import type { Static } from "typebox";
import { oneOf, optional, some, text } from "../../shape.ts";
import { Attribute, Component, Variable } from "../types/component.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const SetVariableData = object({
  attributeType: optional(Attribute),
  attributeValue: text(1000),
  component: Component,
  variable: Variable,
});

export const SetVariableResult = object({
  attributeType: optional(Attribute),
  attributeStatus: oneOf([
    "Accepted",
    "Rejected",
    "UnknownComponent",
    "UnknownVariable",
    "NotSupportedAttributeType",
    "RebootRequired",
  ]),
  attributeStatusInfo: optional(StatusInfo),
  component: Component,
  variable: Variable,
});
export type SetVariableResult = Static<typeof SetVariableResult>;

export const request = object({ setVariableData: some(SetVariableData) });

export const response = object({ setVariableResult: some(SetVariableResult) });
export type SetVariablesResponse = Static<typeof response>;
