import { objects } from "../../payload/read.ts";
import type { Dialogue } from "../../model/testing.ts";

/** Where `Component.Variable` or `Component.Variable[instance]` is. */
export function place(path: string): { component: object; variable: object } {
  const [component = "", variable = "", instance] = path.split(/[.[\]]/);
  return { component: { name: component }, variable: { name: variable, ...(instance ? { instance } : {}) } };
}

/** Sets one variable. @returns its status, or the whole reply if there is none */
export function set(d: Dialogue, path: string, attributeValue: string, rest: object = {}): unknown {
  const reply = d.ask("SetVariables", { setVariableData: [{ ...place(path), attributeValue, ...rest }] });
  return reply && "payload" in reply
    ? objects(reply.payload, "setVariableResult")[0]?.["attributeStatus"]
    : reply;
}

/** Reads one variable. @returns its status and value, or the whole reply if there is none */
export function get(d: Dialogue, data: object): unknown {
  const reply = d.ask("GetVariables", { getVariableData: [data] });
  const result = reply && "payload" in reply ? objects(reply.payload, "getVariableResult")[0] : undefined;
  return result ? [result["attributeStatus"], result["attributeValue"]] : reply;
}
