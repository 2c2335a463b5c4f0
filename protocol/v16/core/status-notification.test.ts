import { expect, test } from "vitest";
import { statusNotification } from "./status-notification.ts";

const fact = {
  kind: "status",
  evse: 2,
  connector: 1,
  status: "Faulted",
  cable: true,
  at: 0,
} as const;

test.each([
  [null, "NoError"],
  ["GroundFailure", "GroundFailure"],
  ["Gremlins", "OtherError"],
])("error %s is told as %s, with the EVSE as connectorId (1.6 C §3.8, §7.6)", (errorCode, told) => {
  expect(statusNotification({ ...fact, errorCode })).toEqual({
    connectorId: 2,
    errorCode: told,
    status: "Faulted",
    timestamp: "1970-01-01T00:00:00.000Z",
  });
});
