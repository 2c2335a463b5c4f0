import { expect, test } from "vitest";
import { statusNotification, statusWord } from "./status-notification.ts";

test.each([
  ["Available", false, "Available"],
  ["Preparing", false, "Available"],
  ["Preparing", true, "Occupied"],
  ["Charging", true, "Occupied"],
  ["SuspendedEV", false, "Occupied"],
  ["SuspendedEVSE", true, "Occupied"],
  ["Finishing", true, "Occupied"],
  ["Reserved", false, "Reserved"],
  ["Unavailable", true, "Unavailable"],
  ["Faulted", true, "Faulted"],
] as const)("%s, cable %s: %s (G01.FR.02)", (status, cable, word) => {
  expect(statusWord(status, cable)).toBe(word);
});

test("a status is a connector's, of a moment", () => {
  const fact = {
    kind: "status",
    evse: 2,
    connector: 3,
    status: "Charging",
    cable: true,
    errorCode: null,
    at: 0,
  } as const;
  expect(statusNotification(fact)).toEqual({
    timestamp: "1970-01-01T00:00:00.000Z",
    connectorStatus: "Occupied",
    evseId: 2,
    connectorId: 3,
  });
});
