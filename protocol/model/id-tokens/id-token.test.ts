import { expect, it } from "vitest";
import { sameToken, tokenKey } from "./id-token.ts";

it("compares tokens without regard to case and type (1.6 C §7.28, Part 2 §2.1.4)", () => {
  const token = { idToken: "AbC", type: "ISO14443" };
  expect(sameToken(token, { idToken: "aBc", type: "Central" })).toBe(true);
  expect(sameToken(token, { idToken: "AbCd", type: "ISO14443" })).toBe(false);
  expect(sameToken(null, null)).toBe(false);
  expect(sameToken(token, undefined)).toBe(false);
  expect(tokenKey(null)).toBe("");
});
