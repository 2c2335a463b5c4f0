import { expect, test } from "vitest";
import { list, object, objects, text } from "../../payload/read.ts";
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

test("no part has more than a CSMS can take, and no secret is told", () => {
  const d = booted({ settings: { "SecurityCtrlr.BasicAuthPassword": "abcdefgh12345678" } });
  d.ask("GetBaseReport", { requestId: 1, reportBase: "FullInventory" });
  expect(d.said.length).toBeGreaterThan(1);
  for (const { payload } of d.said) expect(list(payload, "reportData")?.length).toBeLessThanOrEqual(20);
  const entries = d.said.flatMap(({ payload }) => objects(payload, "reportData"));
  const password = entries.find((entry) => text(object(entry, "variable"), "name") === "BasicAuthPassword");
  expect(objects(password, "variableAttribute")).toEqual([
    { type: "Actual", mutability: "WriteOnly", persistent: true, constant: false },
  ]);
});

test("a base report that does not exist (B07.FR.02)", () => {
  expect(booted().ask("GetBaseReport", { requestId: 9, reportBase: "Everything" })).toEqual({
    payload: { status: "NotSupported" },
  });
});
