import { expect, test } from "vitest";
import { readIdTokenInfo, readToken, wireToken } from "./id-token.ts";

test.each([
  ["eMAID", "eMAID"],
  ["Made up", "ISO14443"],
])("a token of type %s goes out as %s", (type, told) => {
  expect(wireToken({ idToken: "A", type })).toEqual({ idToken: "A", type: told });
});

test("a token that comes in", () => {
  expect(readToken({ idToken: { idToken: "A", type: "Local" } }, "idToken")).toEqual({
    idToken: "A",
    type: "Local",
  });
  expect(readToken({ idToken: { idToken: "A" } }, "idToken")).toEqual({ idToken: "A", type: "Central" });
  for (const idToken of ["A", null, {}, { idToken: 5 }])
    expect(readToken({ idToken }, "idToken")).toBeUndefined();
});

test.each([
  [{ status: "Accepted" }, { status: "Accepted" }],
  [
    {
      status: "Blocked",
      groupIdToken: { idToken: "G", type: "Central" },
      cacheExpiryDateTime: "2026-01-05T10:00:00Z",
    },
    { status: "Blocked", group: { idToken: "G", type: "Central" }, expiry: Date.UTC(2026, 0, 5, 10) },
  ],
  // What cannot be read is not Accepted.
  [{ status: 1, groupIdToken: "G", cacheExpiryDateTime: 5 }, { status: "Unknown" }],
])("idTokenInfo %o", (idTokenInfo, info) => {
  expect(readIdTokenInfo({ idTokenInfo })).toEqual(info);
  expect(readIdTokenInfo({})).toBeNull();
});
