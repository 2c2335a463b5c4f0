import { expect, test } from "vitest";
import { object, objects, text } from "../../payload/read.ts";
import { booted } from "../testing.ts";

test.each([
  ["FullInventory", ["SecurityCtrlr.SecurityProfile", "TxCtrlr.TxStartPoint", "Connector.AvailabilityState"]],
  ["ConfigurationInventory", ["TxCtrlr.TxStartPoint"]],
  ["SummaryInventory", ["Connector.AvailabilityState"]],
])("%s comes in numbered parts (B07.FR.03, B07.FR.07-10)", (reportBase, expected) => {
  const d = booted();
  expect(d.ask("GetBaseReport", { requestId: 9, reportBase })).toEqual({ payload: { status: "Accepted" } });
  expect(d.said.map(({ payload }) => payload["requestId"])).toEqual(d.said.map(() => 9));
  expect(d.said.map(({ payload }) => payload["seqNo"])).toEqual(d.said.map((_, index) => index));
  const last = d.said.length - 1;
  expect(d.said.map(({ payload }) => payload["tbc"])).toEqual(d.said.map((_, index) => index < last));
  const names = d.said
    .flatMap(({ payload }) => objects(payload, "reportData"))
    .map((entry) => [object(entry, "component"), object(entry, "variable")])
    .map(([component, variable]) => `${text(component, "name") ?? ""}.${text(variable, "name") ?? ""}`);
  const asked = ["SecurityCtrlr.SecurityProfile", "TxCtrlr.TxStartPoint", "Connector.AvailabilityState"];
  expect(asked.filter((name) => names.includes(name))).toEqual(expected);
});

test("a base report that does not exist (B07.FR.02)", () => {
  expect(booted().ask("GetBaseReport", { requestId: 9, reportBase: "Everything" })).toEqual({
    payload: { status: "NotSupported" },
  });
});

test.each([
  { reportBase: "FullInventory" },
  { requestId: 1 },
  { requestId: "1", reportBase: "FullInventory" },
])("with validation off, %o cannot be read", (payload) => {
  const d = booted();
  expect(d.ask("GetBaseReport", payload)).toEqual({ code: "ProtocolError" });
  expect(d.said).toEqual([]);
});
