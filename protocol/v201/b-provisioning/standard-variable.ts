import { findStandardVariable } from "../../../schemas/v201/device-model/index.ts";
import type { StandardVariable } from "../../../schemas/standard-variable.ts";
import { defaultParameters } from "../../model/configuration/parameters.ts";
import type { Parameters } from "../../model/configuration/parameters.ts";
import type { SettingSpec } from "../../model/configuration/settings.ts";
import { variableName } from "./variable.ts";
import type { VariableSpec } from "./variable.ts";

/** What a station says of a standard variable beyond the standard, and where it allows less. */
export interface OwnFacts extends Pick<
  SettingSpec,
  "default" | "readOnly" | "rebootRequired" | "password" | "read"
> {
  drives?: keyof Parameters;
  /** Of a number its value, of a string its length. */
  min?: number;
  max?: number;
  /** The values or members that the station knows. */
  options?: readonly string[];
  /** Of a list. */
  maxItems?: number;
}

/**
 * A variable of the standard's device model as this station has it: type, unit, values and limits are the standard's.
 * Throws RangeError when the standard has no such variable, or when what it drives has another type.
 * @param path Component.Variable or Component.Variable[instance]
 */
function standardVariable(path: string, own: OwnFacts): VariableSpec {
  const [component = "", name = "", instance] = path.split(/[.[\]]/);
  const standard = findStandardVariable(component, name, instance);
  if (!standard) throw new RangeError(`The standard has no variable ${path}.`);
  const place = {
    component: { name: component },
    variable: { name, ...(instance === undefined ? {} : { instance }) },
  };
  const spec = { ...place, name: variableName(place), ...factsOf(standard, own) } as VariableSpec;
  if (!drivesItsOwnType(spec)) throw new RangeError(`${path} drives a parameter of another type.`);
  return spec;
}

/** Those that a station has of one component, by `Variable` or `Variable[instance]`. */
export function standardVariables(
  component: string,
  own: { readonly [variable: string]: OwnFacts },
): VariableSpec[] {
  return Object.entries(own).map(([name, facts]) => standardVariable(`${component}.${name}`, facts));
}

function factsOf(standard: StandardVariable, own: OwnFacts): object {
  const { mutability, units } = standard;
  const { drives, min = standard.minLimit, max = standard.maxLimit, options, maxItems, ...rest } = own;
  const only = mutability.length === 1 ? mutability[0] : undefined;
  const common = {
    ...rest,
    ...(drives === undefined ? {} : { drives }),
    ...(only === "ReadOnly" ? { readOnly: true } : {}),
    ...(only === "WriteOnly" ? { writeOnly: true } : {}),
    ...(units[0] === undefined ? {} : { unit: units[0] }),
  };
  const known = options ?? standard.values;
  const dataType = standard.inText.dataType ?? standard.dataType;
  switch (dataType) {
    case "integer":
    case "decimal":
      return {
        ...common,
        type: dataType,
        ...(min === null ? {} : { min }),
        ...(max === null ? {} : { max }),
      };
    case "boolean":
      return { ...common, type: "boolean" };
    case "MemberList":
    case "SequenceList":
      return {
        ...common,
        type: "list",
        ...(known === null ? {} : { options: known }),
        ...(maxItems === undefined ? {} : { maxItems }),
      };
    case "OptionList":
      return { ...common, type: "option", options: known ?? [] };
    case "string":
    case "dateTime":
    case "passwordString":
    case "identifierString":
      return {
        ...common,
        type: "string",
        ...(min === null ? {} : { minLength: min }),
        ...(max === null ? {} : { maxLength: max }),
      };
  }
}

function drivesItsOwnType(spec: VariableSpec): boolean {
  const { drives } = spec as { drives?: keyof Parameters };
  if (drives === undefined) return true;
  const parameter = defaultParameters[drives];
  switch (spec.type) {
    case "integer":
    case "decimal":
      return typeof parameter === "number";
    case "boolean":
      return typeof parameter === "boolean";
    case "list":
      return Array.isArray(parameter);
    case "option":
    case "string":
      return false;
  }
}
