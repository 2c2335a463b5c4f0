import { expect, test } from "vitest";
import * as v16 from "../../v16/testing.ts";
import * as v201 from "../../v201/testing.ts";
import type { Outcome } from "../messages/event.ts";

const { here, token } = v16;

test.each<[Outcome, string[]]>([
  [
    { kind: "error", code: "GenericError", description: "tired", details: {} },
    ["the CSMS answered GenericError (tired)."],
  ],
  [
    { kind: "error", code: "GenericError", description: "", details: {} },
    ["the CSMS answered GenericError."],
  ],
  [{ kind: "timeout" }, ["no answer in time."]],
  [{ kind: "invalid", text: "/currentTime" }, ["the answer is not valid: /currentTime"]],
  [{ kind: "not-sent", reason: "refused by policy" }, []],
  [{ kind: "result", payload: {} }, []],
])("a Heartbeat with outcome %o", (outcome, reasons) => {
  const d = v16.booted({ answers: { Heartbeat: outcome } }).wait(300);
  expect(d.heard(v16.words)).toEqual(["Heartbeat"]);
  expect(d.notices()).toEqual(reasons.map((reason) => `Heartbeat failed: ${reason}`));
  // Nothing but messages of transactions is sent again.
  d.clear().wait(299);
  expect(d.said).toEqual([]);
});

test("a late word about a CALL that was given up is ignored", () => {
  const d = v16.booted().do({ kind: "plug-in", ...here });
  d.withheld.add("StartTransaction");
  d.do({ kind: "present-token", token });
  const outcome: Outcome = { kind: "result", payload: { transactionId: 666, idTagInfo: v16.accepted } };
  for (const ref of [0, 1, 2, 99]) d.do({ kind: "answered", ref, outcome });
  expect(d.station.snapshot(d.now)).toMatchObject({
    awaiting: "StartTransaction",
    connectors: [{ transaction: { id: null } }],
  });
  d.release();
  expect(d.station.snapshot(d.now).connectors[0]?.transaction?.id).toBe("1");
});

test("a status that was under way or waited when the link broke is told again when it is back (B04.FR.02)", () => {
  const d = v201.booted();
  d.withheld.add("StatusNotification");
  d.do({ kind: "plug-in", ...here });
  expect(d.heard(v201.words)).toEqual(["Status 1 Occupied"]);
  d.withheld.clear();
  d.clear().cut().wait(10);
  expect(d.heard(v201.words)[0]).toBe("Status 1 Occupied");
  const waiting = v201.booted();
  waiting.withheld.add("Heartbeat");
  waiting.do({ kind: "craft", action: "Heartbeat", payload: {} }).do({ kind: "plug-in", ...here });
  waiting.withheld.clear();
  expect(waiting.heard(v201.words)).toEqual(["Heartbeat"]);
  waiting.clear().cut().wait(10);
  expect(waiting.heard(v201.words)).toEqual([
    "Status 1 Occupied",
    "Started CablePluggedIn EVConnected +evse",
  ]);
});

test("a link that is found gone when something is to be sent is lost as if it had said so", () => {
  const gone: Outcome = { kind: "not-sent", reason: "no link", offline: true };
  let outcome: Outcome = gone;
  const d = v16.booted({ answers: { StopTransaction: () => outcome } }).do({ kind: "plug-in", ...here });
  d.do({ kind: "present-token", token }).clear().do({ kind: "present-token", token });
  expect(d.station.snapshot(d.now)).toMatchObject({ online: false, queued: 1 });
  outcome = { kind: "result", payload: {} };
  d.clear().do({ kind: "disconnected", reason: "gone" }).wait(10);
  expect(d.heard(v16.words)).toEqual(["Status 1 Finishing", "Stop 1 Local"]);
});
