import { isObject } from "../../../protocol/payload/read.ts";
import {
  having,
  memberLaw,
  objectLaw,
  repeated,
  request,
  type Law,
  type Members,
} from "../../../protocol/validate/law.ts";

const lower = (value: unknown): unknown => (typeof value === "string" ? value.toLowerCase() : value);

/** Names of components and variables have no case (Part 2 §2.16, §2.53); no attributeType means Actual. */
function attributeKey({ component, variable, attributeType }: Members): string | undefined {
  if (!isObject(component) || !isObject(variable)) return undefined;
  const evse = isObject(component["evse"]) ? component["evse"] : {};
  return JSON.stringify([
    lower(component["name"]),
    lower(component["instance"]),
    evse["id"],
    evse["connectorId"],
    lower(variable["name"]),
    lower(variable["instance"]),
    attributeType ?? "Actual",
  ]);
}

const isMonitor = new Set<unknown>(["HardWiredMonitor", "PreconfiguredMonitor", "CustomMonitor"]);
const withValue = new Set<unknown>(["Accepted"]);
const withoutValue = new Set<unknown>(["UnknownComponent", "UnknownVariable", "NotSupportedAttributeType"]);
const ofValues = new Set<unknown>(["OptionList", "SequenceList", "MemberList"]);
const result = having("attributeStatus", "attributeValue");

/** Variables, their reports and their monitors. */
export const deviceModel: readonly Law[] = [
  objectLaw({
    rule: "variableTwice",
    requirement: "B05.FR.13",
    kind: "property",
    expected: "each component, variable and attributeType once",
    at: request("SetVariables"),
    find: ({ setVariableData }) =>
      repeated(setVariableData, attributeKey).map((index) => ["setVariableData", index]),
  }),
  memberLaw({
    rule: "valueMissing",
    requirement: "B06.FR.10, B06.FR.13",
    kind: "occurrence",
    expected: "the value, empty where there is none",
    at: result,
    culprit: ["attributeValue"],
    isWrong: ({ attributeStatus, attributeValue }) =>
      withValue.has(attributeStatus) && attributeValue === undefined,
  }),
  memberLaw({
    rule: "valueOfUnknown",
    requirement: "B06.FR.06, B06.FR.07, B06.FR.08",
    kind: "occurrence",
    expected: "no value of what is not known",
    at: result,
    culprit: ["attributeValue"],
    isWrong: ({ attributeStatus, attributeValue }) =>
      withoutValue.has(attributeStatus) && attributeValue !== undefined,
  }),
  memberLaw({
    rule: "attributeValue",
    requirement: "Part 2 §2.50",
    kind: "occurrence",
    expected: "the value, unless mutability is WriteOnly",
    at: having("mutability", "value"),
    culprit: ["value"],
    isWrong: ({ mutability, value }) => mutability !== "WriteOnly" && value === undefined,
  }),
  memberLaw({
    rule: "valuesList",
    requirement: "Part 2 §2.51",
    kind: "occurrence",
    expected: "a valuesList for OptionList, SequenceList and MemberList",
    at: having("dataType", "valuesList"),
    culprit: ["valuesList"],
    isWrong: ({ dataType, valuesList }) => ofValues.has(dataType) && valuesList === undefined,
  }),
  memberLaw({
    rule: "deltaSign",
    requirement: "N04.FR.14",
    // The station has to reject it; nobody forbids to ask.
    severity: "warning",
    kind: "property",
    expected: "a difference of at least 0 with type Delta",
    at: request("SetVariableMonitoring", "setMonitoringData", "*"),
    culprit: ["value"],
    isWrong: ({ type, value }) => type === "Delta" && typeof value === "number" && value < 0,
  }),
  memberLaw({
    rule: "idOfRefusedMonitor",
    requirement: "Part 2 §2.43",
    kind: "occurrence",
    expected: "no id, unless status is Accepted",
    at: ({ path }, { action, part }) =>
      action === "SetVariableMonitoring" && part === "response" && path.at(-1) === "*" && path.length === 2,
    culprit: ["id"],
    isWrong: ({ status, id }) => status !== "Accepted" && id !== undefined,
  }),
  memberLaw({
    rule: "monitoringId",
    requirement: "N07.FR.06",
    kind: "occurrence",
    expected: "the id of the monitor that was triggered",
    at: request("NotifyEvent", "eventData", "*"),
    culprit: ["variableMonitoringId"],
    isWrong: ({ eventNotificationType, variableMonitoringId }) =>
      isMonitor.has(eventNotificationType) && variableMonitoringId === undefined,
  }),
];
