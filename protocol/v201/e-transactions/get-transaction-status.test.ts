import { expect, test } from "vitest";
import { twoConnectors } from "../../model/testing.ts";
import { object, text } from "../../payload/read.ts";
import { booted, charging, here, token } from "../testing.ts";

test("ongoing, and whether messages of it wait (E14.FR.01-06)", () => {
  const d = charging({ settings: { "TxCtrlr.TxStopPoint": "EVConnected" } });
  const transactionId = d.station.snapshot(d.now).connectors[0]?.transaction?.id ?? "";
  const ask = (id = transactionId) => d.ask("GetTransactionStatus", { transactionId: id });
  expect(ask()).toEqual({ payload: { ongoingIndicator: true, messagesInQueue: false } });
  d.do({ kind: "drop-link" }).do({ kind: "keep-back", on: true });
  d.do({ kind: "present-token", token })
    .do({ kind: "unplug", ...here })
    .do({ kind: "reconnect" });
  expect(ask()).toEqual({ payload: { ongoingIndicator: false, messagesInQueue: true } });
  expect(ask("another")).toEqual({ payload: { ongoingIndicator: false, messagesInQueue: false } });
  d.do({ kind: "keep-back", on: false });
  expect(ask()).toEqual({ payload: { ongoingIndicator: false, messagesInQueue: false } });
});

test("without an id it is about all messages, and says nothing of ongoing (E14.FR.07-08)", () => {
  const d = booted();
  expect(d.ask("GetTransactionStatus", {})).toEqual({ payload: { messagesInQueue: false } });
  d.withheld.add("TransactionEvent");
  d.do({ kind: "plug-in", ...here });
  expect(d.ask("GetTransactionStatus", {})).toEqual({ payload: { messagesInQueue: true } });
});

test("one that waits for a cable anywhere is ongoing", () => {
  const d = booted({ description: twoConnectors }).do({ kind: "present-token", token });
  const transactionId = text(object(d.said.at(-1)?.payload, "transactionInfo"), "transactionId");
  expect(d.ask("GetTransactionStatus", { transactionId })).toMatchObject({
    payload: { ongoingIndicator: true },
  });
});
