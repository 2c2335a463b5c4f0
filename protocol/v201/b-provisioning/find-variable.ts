import type { StationState } from "../../model/state.ts";
import { hardwareVariables } from "./hardware.ts";
import { variableKey, variablesOf } from "./variable.ts";
import type { VariableAddress, VariableSpec } from "./variable.ts";

/** What a CSMS's component and variable lead to. */
export type Found = { spec: VariableSpec } | { missing: "UnknownComponent" | "UnknownVariable" };

/** B05.FR.04-05, B06.FR.06-07, B06.FR.15. */
export function findVariable(station: StationState, place: VariableAddress): Found {
  const key = variableKey(place);
  const spec = variablesOf(station).get(key);
  if (spec) return { spec };
  const hardware = hardwareVariables(station);
  const part = hardware.find((each) => variableKey(each) === key);
  if (part) return { spec: part };
  const component = componentKey(place);
  const known = [...variablesOf(station).values(), ...hardware].some(
    (each) => componentKey(each) === component,
  );
  return { missing: known ? "UnknownVariable" : "UnknownComponent" };
}

function componentKey({ component }: Pick<VariableSpec, "component">): string {
  return variableKey({ component, variable: { name: "" } });
}
