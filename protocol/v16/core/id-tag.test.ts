import { expect, test } from "vitest";
import { readIdTagInfo } from "./id-tag.ts";

test.each([
  [{ status: "Accepted" }, { status: "Accepted" }],
  [
    { status: "Blocked", parentIdTag: "P", expiryDate: "2026-01-05T10:00:00Z" },
    { status: "Blocked", group: { idToken: "P", type: "Central" }, expiry: Date.UTC(2026, 0, 5, 10) },
  ],
  // What cannot be read is not Accepted.
  [{ status: true, parentIdTag: 5, expiryDate: "soon" }, { status: "Invalid" }],
])("idTagInfo %o", (idTagInfo, info) => {
  expect(readIdTagInfo({ idTagInfo })).toEqual(info);
});

test.each([{}, { idTagInfo: null }, { idTagInfo: [] }])("%o has none", (payload) => {
  expect(readIdTagInfo(payload)).toBeNull();
});
