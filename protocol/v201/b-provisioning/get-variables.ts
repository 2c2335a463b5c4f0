import type {
  GetVariableResult,
  GetVariablesResponse,
} from "../../../schemas/v201/b-provisioning/get-variables.ts";
import { objects, text } from "../../payload/read.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import { settingValue } from "../../model/configuration/settings.ts";
import type { StationState } from "../../model/state.ts";
import type { Handler } from "../../model/version.ts";
import type { JsonObject } from "../../wire/frame.ts";
import { attributeType } from "./attribute.ts";
import { findVariable } from "./find-variable.ts";
import { tooMany } from "./too-many.ts";
import { readAddress } from "./variable.ts";

/** B06: one result for each variable asked for, in the same order. */
export const getVariables: Handler = (station, payload) => {
  const wanted = objects(payload, "getVariableData");
  if (wanted.length === 0) return incomplete(station, "getVariableData");
  const excess = tooMany(station, "GetVariables", wanted.length);
  if (excess) return excess;
  const results: GetVariableResult[] = [];
  for (const data of wanted) {
    const result = getVariable(station, data);
    if (!result) return incomplete(station, "getVariableData");
    results.push(result);
  }
  const response: GetVariablesResponse = { getVariableResult: results };
  return answer(response);
};

function getVariable(station: StationState, data: JsonObject): GetVariableResult | undefined {
  const place = readAddress(data);
  const type = attributeType(text(data, "attributeType"));
  if (!place || !type) return undefined;
  const result = { ...place, attributeType: type };
  const found = findVariable(station, place);
  if ("missing" in found) return { ...result, attributeStatus: found.missing };
  if (type !== "Actual") return { ...result, attributeStatus: "NotSupportedAttributeType" };
  // B06.FR.09.
  if (found.spec.writeOnly) return { ...result, attributeStatus: "Rejected" };
  return { ...result, attributeStatus: "Accepted", attributeValue: settingValue(station, found.spec) };
}
