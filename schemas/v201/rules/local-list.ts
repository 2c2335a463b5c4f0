import { isObject } from "../../../protocol/payload/read.ts";
import { objectLaw, repeated, request, type Law } from "../../../protocol/validate/law.ts";

import { rangeLaw } from "../../../protocol/validate/value-laws.ts";

const list = "localAuthorizationList";

export const localList: readonly Law[] = [
  rangeLaw("listVersion", [1, Infinity], request("SendLocalList", "versionNumber"), {
    requirement: "D01.FR.18",
  }),
  objectLaw({
    rule: "listEntryInfo",
    requirement: "Part 2 §2.4",
    kind: "occurrence",
    expected: "idTokenInfo in every entry of a full list",
    at: request("SendLocalList"),
    find: ({ updateType, [list]: entries }) =>
      updateType === "Full" && Array.isArray(entries)
        ? entries.flatMap((entry, index) =>
            isObject(entry) && entry["idTokenInfo"] === undefined ? [[list, index, "idTokenInfo"]] : [],
          )
        : [],
  }),
  objectLaw({
    rule: "listDuplicate",
    requirement: "D01.FR.06",
    kind: "property",
    expected: "each idToken of a type once, upper and lower case being the same",
    at: request("SendLocalList"),
    // An idToken has no case (Part 2 §2.28).
    find: ({ [list]: entries }) =>
      repeated(entries, ({ idToken: token }) =>
        isObject(token) ? JSON.stringify([token["type"], String(token["idToken"]).toLowerCase()]) : undefined,
      ).map((index) => [list, index, "idToken"]),
  }),
];
