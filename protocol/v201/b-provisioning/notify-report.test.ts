import { expect, test } from "vitest";
import { list, object, objects, text } from "../../payload/read.ts";
import { booted } from "../testing.ts";

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
