import type {
  NotifyReportRequest,
  ReportData,
  VariableCharacteristics,
} from "../../../schemas/v201/b-provisioning/notify-report.ts";
import { findStandardVariable } from "../../../schemas/v201/device-model/index.ts";
import { timestamp } from "../../payload/read.ts";
import { settingValue } from "../../model/configuration/settings.ts";
import type { StationState } from "../../model/state.ts";
import type { VariableSpec } from "./variable.ts";

/** Entries per message; small enough for any CSMS's buffer. */
const entriesPerPart = 20;

/** A report in as many messages as it takes, numbered from 0 (B07.FR.03, B07.FR.10). */
export function notifyReports(
  station: StationState,
  requestId: number,
  specs: readonly VariableSpec[],
): NotifyReportRequest[] {
  const parts: NotifyReportRequest[] = [];
  const generatedAt = timestamp(station.now);
  for (let start = 0; start < specs.length; start += entriesPerPart) {
    const end = start + entriesPerPart;
    const reportData = specs.slice(start, end).map((spec) => reportEntry(station, spec));
    parts.push({ requestId, generatedAt, seqNo: parts.length, tbc: end < specs.length, reportData });
  }
  return parts;
}

function reportEntry(station: StationState, spec: VariableSpec): ReportData {
  const readOnly = spec.readOnly === true || spec.read !== undefined;
  const mutability = spec.writeOnly ? "WriteOnly" : readOnly ? "ReadOnly" : "ReadWrite";
  return {
    component: spec.component,
    variable: spec.variable,
    variableAttribute: [
      {
        type: "Actual",
        ...(spec.writeOnly ? {} : { value: settingValue(station, spec) }),
        mutability,
        persistent: !readOnly,
        constant: false,
      },
    ],
    variableCharacteristics: characteristics(spec),
  };
}

function characteristics(spec: VariableSpec): VariableCharacteristics {
  const common = {
    supportsMonitoring: false,
    dataType: dataType(spec),
    ...(spec.unit === undefined ? {} : { unit: spec.unit }),
  };
  switch (spec.type) {
    case "integer":
    case "decimal":
      return {
        ...common,
        ...(spec.min === undefined ? {} : { minLimit: spec.min }),
        ...(spec.max === undefined ? {} : { maxLimit: spec.max }),
      };
    case "boolean":
      return common;
    case "list":
      return { ...common, ...(spec.options ? { valuesList: spec.options.join(",") } : {}) };
    case "option":
      return { ...common, valuesList: spec.options.join(",") };
    case "string":
      return { ...common, ...(spec.maxLength === undefined ? {} : { maxLimit: spec.maxLength }) };
  }
}

/** The standard tells lists with and without order apart, and times from other text; settings do not. */
function dataType(spec: VariableSpec): VariableCharacteristics["dataType"] {
  const { component, variable } = spec;
  const standard = findStandardVariable(component.name, variable.name, variable.instance);
  const named = standard?.inText.dataType ?? standard?.dataType;
  switch (spec.type) {
    case "list":
      return named === "SequenceList" ? named : "MemberList";
    case "option":
      return "OptionList";
    case "string":
      return named === "dateTime" ? named : "string";
    case "integer":
    case "decimal":
    case "boolean":
      return spec.type;
  }
}
