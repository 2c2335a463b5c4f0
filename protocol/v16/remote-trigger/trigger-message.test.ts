import { expect, test } from "vitest";
import { booted } from "../testing.ts";

test.each([
  // 1.6 CE §3.40: not once accepted.
  ["TriggerMessage", { requestedMessage: "BootNotification" }, "Rejected"],
  ["TriggerMessage", { requestedMessage: "Heartbeat", connectorId: 9 }, "Rejected"],
  ["TriggerMessage", { requestedMessage: "LogStatusNotification" }, "NotImplemented"],
  ["ExtendedTriggerMessage", { requestedMessage: "LogStatusNotification" }, "Accepted"],
  ["ExtendedTriggerMessage", { requestedMessage: "SignChargePointCertificate" }, "NotImplemented"],
  ["ExtendedTriggerMessage", { requestedMessage: "constructor" }, "NotImplemented"],
])("%s %o: %s (1.6 C §5.17, WP §5.3)", (action, payload, status) => {
  const d = booted();
  expect(d.ask(action, payload)).toEqual({ payload: { status } });
  expect(d.said.length).toBe(status === "Accepted" ? 1 : 0);
});

test("without a message there is nothing to say", () => {
  expect(booted().ask("TriggerMessage", {})).toEqual({ code: "ProtocolError" });
});
