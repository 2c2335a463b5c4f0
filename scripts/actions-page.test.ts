import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { actionsPage, actionsPageFile } from "./actions-page.ts";

test("docs/actions.md is current (else: node scripts/actions-page.ts)", async () => {
  expect(readFileSync(actionsPageFile, "utf8")).toBe(await actionsPage());
});

test.each([
  /^\| 1\.6 +\| 39 +\| 13 +\| 25 +\| 1 +\|$/m,
  /^\| 2\.0\.1 +\| 64 +\| 24 +\| 39 +\| 1 +\|$/m,
  /^\| 2\.1 +\| 91 +\| 36 +\| 54 +\| 1 +\|$/m,
  /^\| N Diagnostics +\| NotifyPeriodicEventStream +\| station → CSMS, never answered \(SEND\) \|$/m,
  /^\| Core +\| DataTransfer +\| both ways +\|$/m,
  /^\| B Provisioning +\| BootNotification +\| station → CSMS +\|$/m,
  /^\| K Smart charging +\| SetChargingProfile +\| CSMS → station +\|$/m,
])("it says %s", (line) => {
  expect(readFileSync(actionsPageFile, "utf8")).toMatch(line);
});
