import { expect, test } from "vitest";
import { booted } from "../testing.ts";

test.each([
  // F06.FR.08.
  ["SignV2GCertificate", {}, "NotImplemented"],
  ["toString", {}, "NotImplemented"],
  // F06.FR.12: a status belongs to one connector.
  ["StatusNotification", {}, "Rejected"],
  ["StatusNotification", { evse: { id: 1 } }, "Rejected"],
  ["StatusNotification", { evse: { id: 1, connectorId: 1 } }, "Accepted"],
])("TriggerMessage %s %o: %s", (requestedMessage, rest, status) => {
  const d = booted();
  expect(d.ask("TriggerMessage", { requestedMessage, ...rest })).toEqual({ payload: { status } });
  expect(d.said.length).toBe(status === "Accepted" ? 1 : 0);
});

test("without a message there is nothing to say", () => {
  expect(booted().ask("TriggerMessage", { requestedMessage: 5 })).toEqual({ code: "ProtocolError" });
});
