import { expect, test } from "vitest";
import { booted, charging, token } from "../../v201/testing.ts";
import { twoConnectors } from "../testing.ts";
import type { Dialogue } from "../testing.ts";

const parts = (d: Dialogue) => new Map([...d.station.kept()].map((part) => [part.name, part]));
const names = (d: Dialogue) => [...parts(d).keys()];
const always = ["station", "evse/1", "evse/2", "cache"];

test("the station, each EVSE, what is large, and messages of transactions, the one under way first", () => {
  const d = booted({ description: twoConnectors });
  expect(names(d)).toEqual(always);
  d.withheld.add("TransactionEvent");
  d.do({ kind: "plug-in", evse: 1, connector: 1 }).do({ kind: "plug-in", evse: 2, connector: 1 });
  expect(d.station.snapshot(d.now)).toMatchObject({ awaiting: "TransactionEvent", queued: 2 });
  expect(names(d)).toEqual([...always, "message/1", "message/2"]);
  expect(parts(d).get("message/2")?.value()).toMatchObject({ number: 2, fact: { transaction: 2, seqNo: 0 } });
});

test("a transaction that has ended is a part as long as messages of it wait", () => {
  const d = charging({ description: twoConnectors }).do({ kind: "drop-link" });
  d.do({ kind: "present-token", token, evse: 1 });
  expect(names(d)).toEqual([...always, "message/4", "transaction/1"]);
  d.do({ kind: "reconnect" });
  expect(names(d)).toEqual(always);
});

test("a message's stamp changes when it was tried in vain", () => {
  const error = { kind: "error", code: "GenericError", description: "", details: {} } as const;
  const d = booted({ answers: { TransactionEvent: error } });
  d.withheld.add("TransactionEvent");
  d.do({ kind: "plug-in", evse: 1, connector: 1 });
  const before = parts(d).get("message/1")?.stamp;
  d.release();
  expect([before, parts(d).get("message/1")?.stamp]).toEqual(["0 0", `1 ${String(d.now + 60_000)}`]);
});

test("all of it is plain data", () => {
  const d = charging({ description: twoConnectors });
  d.do({ kind: "drop-link" }).do({ kind: "unplug", evse: 1, connector: 1 });
  for (const { value } of d.station.kept()) {
    expect(JSON.parse(JSON.stringify(value()))).toEqual(value());
  }
});
