import type {
  SetVariableResult,
  SetVariablesResponse,
} from "../../../schemas/v201/b-provisioning/set-variables.ts";
import { objects, text } from "../../payload/read.ts";
import { answer, incomplete } from "../../model/messages/reply.ts";
import { onSettingChanged } from "../../model/configuration/setting-effects.ts";
import { writeSetting } from "../../model/configuration/settings.ts";
import type { SettingSpec, WriteResult } from "../../model/configuration/settings.ts";
import type { StationState } from "../../model/state.ts";
import type { Handler } from "../../model/version.ts";
import type { JsonObject } from "../../wire/frame.ts";
import { attributeType } from "./attribute.ts";
import { findVariable } from "./find-variable.ts";
import { tooMany } from "./too-many.ts";
import { readAddress } from "./variable.ts";

/** B05: one result for each variable to be set, in the same order. */
export const setVariables: Handler = (station, payload) => {
  const wanted = objects(payload, "setVariableData");
  if (wanted.length === 0) return incomplete(station, "setVariableData");
  const excess = tooMany(station, "SetVariables", wanted.length);
  if (excess) return excess;
  // Nothing is set before all of it could be read.
  if (!wanted.every(isReadable)) return incomplete(station, "setVariableData");
  const changed: SettingSpec[] = [];
  const results = wanted.flatMap((data) => setVariable(station, data, changed) ?? []);
  const response: SetVariablesResponse = { setVariableResult: results };
  return answer(response, () => {
    for (const spec of changed) onSettingChanged(station, spec);
  });
};

function isReadable(data: JsonObject): boolean {
  const type = attributeType(text(data, "attributeType"));
  return readAddress(data) !== undefined && type !== undefined && text(data, "attributeValue") !== undefined;
}

function setVariable(
  station: StationState,
  data: JsonObject,
  changed: SettingSpec[],
): SetVariableResult | undefined {
  const place = readAddress(data);
  const type = attributeType(text(data, "attributeType"));
  const value = text(data, "attributeValue");
  if (!place || !type || value === undefined) return undefined;
  const result = { ...place, attributeType: type };
  const found = findVariable(station, place);
  if ("missing" in found) return { ...result, attributeStatus: found.missing };
  if (type !== "Actual") return { ...result, attributeStatus: "NotSupportedAttributeType" };
  // B05.FR.09: what is read from the hardware cannot be set.
  if (found.spec.readOnly || found.spec.read) return { ...result, attributeStatus: "Rejected" };
  const written = writeSetting(station, found.spec.name, value);
  if (written === "accepted") changed.push(found.spec);
  return { ...result, attributeStatus: words[written] };
}

const words: { readonly [R in WriteResult]: SetVariableResult["attributeStatus"] } = {
  accepted: "Accepted",
  "reboot-required": "RebootRequired",
  "read-only": "Rejected",
  invalid: "Rejected",
  unknown: "UnknownVariable",
};
