import type { Component, Variable } from "../../../schemas/v201/types/component.ts";
import { integer, object, text } from "../../payload/read.ts";
import type { SettingSpec } from "../../model/configuration/settings.ts";
import type { StationState } from "../../model/state.ts";
import type { JsonObject } from "../../wire/frame.ts";

/** A variable of the device model, which is a setting with a place (Part 1 §4). */
export type VariableSpec = SettingSpec & { component: Component; variable: Variable };

/** Where a variable is. */
export type VariableAddress = Pick<VariableSpec, "component" | "variable">;

/** `Component.Variable`, each with its instance in brackets where it has one. */
export function variableName({ component, variable }: VariableAddress): string {
  return `${withInstance(component)}.${withInstance(variable)}`;
}

function withInstance({ name, instance }: { name: string; instance?: string }): string {
  return instance === undefined ? name : `${name}[${instance}]`;
}

/** Finds a variable by place; names are compared without regard to case (Part 2 §2.1.4). */
export function variableKey({ component, variable }: VariableAddress): string {
  const { evse } = component;
  const at = evse ? `@${String(evse.id)}.${String(evse.connectorId ?? 0)}` : "";
  return `${withInstance(component)}${at}.${withInstance(variable)}`.toLowerCase();
}

/** Longest name or instance, in characters. */
const maxLength = 50;

/**
 * Component and variable as a CSMS wrote them, to be given back unchanged (B05.FR.02, B06.FR.02). Undefined when that
 * would make the answer as wrong as the request.
 */
export function readAddress(data: JsonObject): VariableAddress | undefined {
  const component = object(data, "component");
  const variable = object(data, "variable");
  const componentName = text(component, "name");
  const variableNameText = text(variable, "name");
  if (componentName === undefined || variableNameText === undefined) return undefined;
  const words = [componentName, variableNameText, text(component, "instance"), text(variable, "instance")];
  if (words.some((word) => word !== undefined && isTooLong(word))) return undefined;
  const evse = object(component, "evse");
  const evseId = integer(evse, "id");
  const connectorId = integer(evse, "connectorId");
  return {
    component: {
      name: componentName,
      ...instance(component),
      ...(evseId === undefined
        ? {}
        : { evse: { id: evseId, ...(connectorId === undefined ? {} : { connectorId }) } }),
    },
    variable: { name: variableNameText, ...instance(variable) },
  };
}

function isTooLong(word: string): boolean {
  // A character is two units at most, so that a huge text need not be counted to its end.
  return word.length > maxLength && Array.from(word.slice(0, 2 * maxLength + 1)).length > maxLength;
}

/** An empty instance is none (B06.FR.15). */
function instance(part: JsonObject | undefined): { instance?: string } {
  const value = text(part, "instance");
  return value === undefined || value === "" ? {} : { instance: value };
}

/** The variables that a station has by setting, by `variableKey`. */
export function variablesOf({ version }: StationState): ReadonlyMap<string, VariableSpec> {
  // In 2.x the name of a setting is its place, and there are no other settings.
  return version.settings as ReadonlyMap<string, VariableSpec>;
}
