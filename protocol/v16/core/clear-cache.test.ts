import { expect, test } from "vitest";
import { booted, charging, here, token } from "../testing.ts";

test("a cleared cache knows nobody (1.6 C §5.4)", () => {
  const d = charging().do({ kind: "unplug", ...here });
  expect(d.ask("ClearCache", {})).toEqual({ payload: { status: "Accepted" } });
  d.clear().do({ kind: "drop-link" }).do({ kind: "present-token", token });
  expect(d.notices()).toEqual(["Token VALID-TOKEN is refused: the CSMS cannot be asked."]);
});

test("one that is off cannot be cleared", () => {
  const d = booted({ settings: { AuthorizationCacheEnabled: "false" } });
  expect(d.ask("ClearCache", {})).toEqual({ payload: { status: "Rejected" } });
});
