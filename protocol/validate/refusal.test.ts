import { expect, test } from "vitest";
import { dialectEntry } from "../dialect.ts";
import { refusal } from "./refusal.ts";

const validator = dialectEntry("2.0.1").validator();

test("what the schema refuses may be refused, the first of it", () => {
  const issues = validator.request("TriggerMessage", { requestedMessage: "statusNotification", more: 1 });
  expect(issues).toHaveLength(2);
  expect(refusal(issues)).toBe(issues[0]);
});

test("what only the text is against is for the action to answer", () => {
  const issues = validator.request("CustomerInformation", { requestId: 1, report: true, clear: true });
  expect(issues).toMatchObject([{ severity: "error", requirement: "N09.FR.04, N09.FR.09" }]);
  expect(refusal(issues)).toBeUndefined();
});

test("nor may a warning be, or nothing at all", () => {
  expect(refusal(validator.request("ClearCache", null))).toBeUndefined();
  expect(refusal([])).toBeUndefined();
});
