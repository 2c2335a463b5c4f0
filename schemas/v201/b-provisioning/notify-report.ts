import type { Static } from "typebox";
import { boolean, dateTime, integer, number, oneOf, optional, some, text } from "../../shape.ts";
import { Attribute, Component, Variable } from "../types/component.ts";
import { object } from "../types/object.ts";

export const VariableAttribute = object({
  type: optional(Attribute),
  value: optional(text(2500)),
  mutability: optional(oneOf(["ReadOnly", "WriteOnly", "ReadWrite"])),
  persistent: optional(boolean()),
  constant: optional(boolean()),
});

export const VariableCharacteristics = object({
  unit: optional(text(16)),
  dataType: oneOf([
    "string",
    "decimal",
    "integer",
    "dateTime",
    "boolean",
    "OptionList",
    "SequenceList",
    "MemberList",
  ]),
  minLimit: optional(number()),
  maxLimit: optional(number()),
  /** Separated by commas. */
  valuesList: optional(text(1000)),
  supportsMonitoring: boolean(),
});
export type VariableCharacteristics = Static<typeof VariableCharacteristics>;

export const ReportData = object({
  component: Component,
  variable: Variable,
  variableAttribute: some(VariableAttribute, 4),
  variableCharacteristics: optional(VariableCharacteristics),
});
export type ReportData = Static<typeof ReportData>;

export const request = object({
  requestId: integer(),
  generatedAt: dateTime(),
  reportData: optional(some(ReportData)),
  tbc: optional(boolean()),
  seqNo: integer(),
});
export type NotifyReportRequest = Static<typeof request>;

export const response = object({});
