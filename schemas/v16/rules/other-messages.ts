import { isObject } from "../../../protocol/payload/read.ts";
import {
  memberLaw,
  named,
  objectLaw,
  repeated,
  request,
  response,
  valueLaw,
  type Law,
} from "../../../protocol/validate/law.ts";
import { rangeLaw } from "../../../protocol/validate/value-laws.ts";

const list = "localAuthorizationList";

/** Local list, data transfer and the statuses of long jobs. */
export const otherMessages: readonly Law[] = [
  valueLaw({
    rule: "listVersion",
    requirement: "1.6 errata §3.52",
    kind: "property",
    expected: "neither 0 nor -1, which mean an empty list and no support",
    at: request("SendLocalList", "listVersion"),
    isWrong: (version) => version === 0 || version === -1,
  }),
  objectLaw({
    rule: "listEntryInfo",
    requirement: "1.6 §7.1",
    kind: "occurrence",
    expected: "idTagInfo in every entry of a full list",
    at: request("SendLocalList"),
    find: ({ updateType, [list]: entries }) =>
      updateType === "Full" && Array.isArray(entries)
        ? entries.flatMap((entry, index) =>
            isObject(entry) && entry["idTagInfo"] === undefined ? [[list, index, "idTagInfo"]] : [],
          )
        : [],
  }),
  objectLaw({
    rule: "listDuplicate",
    requirement: "1.6 §6.41",
    kind: "property",
    expected: "each idTag once, upper and lower case being the same",
    at: request("SendLocalList"),
    find: ({ [list]: entries }) =>
      repeated(entries, ({ idTag }) => String(idTag).toLowerCase()).map((index) => [list, index, "idTag"]),
  }),
  rangeLaw("transactionIdSign", [1, Infinity], response("StartTransaction", "transactionId"), {
    requirement: "1.6 errata §3.54",
    severity: "warning",
  }),
  memberLaw({
    rule: "dataOfUnknownVendor",
    requirement: "1.6 §4.3",
    kind: "occurrence",
    expected: "no data with UnknownVendorId",
    at: response("DataTransfer"),
    culprit: ["data"],
    isWrong: ({ status, data }) => status === "UnknownVendorId" && data !== undefined,
  }),
  memberLaw({
    rule: "logRequestId",
    requirement: "white paper N01.FR.12",
    kind: "occurrence",
    expected: "the requestId of the GetLog, unless nothing is uploaded",
    at: request("LogStatusNotification"),
    culprit: ["requestId"],
    isWrong: ({ status, requestId }) => status !== "Idle" && requestId === undefined,
  }),
  memberLaw({
    rule: "firmwareRequestId",
    requirement: "white paper L01.FR.21",
    kind: "occurrence",
    expected: "the requestId of the SignedUpdateFirmware, unless status is Idle",
    at: request("SignedFirmwareStatusNotification"),
    culprit: ["requestId"],
    isWrong: ({ status, requestId }) => status !== "Idle" && requestId === undefined,
  }),
];

/** 1.6-J only, since SOAP knows no `Celcius`: stations had better stay with the misspelling that every CSMS knows. */
export const celsius: Law = valueLaw({
  rule: "celsius",
  requirement: "1.6-J errata §2.1",
  severity: "warning",
  kind: "property",
  expected: 'the spelling "Celcius", which every CSMS accepts',
  at: named("string", "unit"),
  isWrong: (unit) => unit === "Celsius",
});
