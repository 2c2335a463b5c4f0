// Starts the product with its demo stations, lets both charge, and takes the pictures of the documentation.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openHouse } from "../e2e/house.ts";

const folder = fileURLToPath(new URL("../docs/", import.meta.url));
/** Long enough for a curve of power to be seen, ms. */
const charging = Number(process.env["SCREENSHOT_CHARGE_MS"] ?? 45_000);

await mkdir(folder, { recursive: true });
const house = await openHouse();
try {
  const page = await house.open("/stations/DEMO-201", { colorScheme: "light" });
  await page.locator("[data-connector]").first().waitFor();
  const happen = (id: string, event: unknown) => house.ask("POST", `/api/stations/${id}/events`, event);
  const token = { idToken: "DEADBEEF", type: "ISO14443" };
  for (const id of ["DEMO-16J", "DEMO-201"]) {
    await happen(id, { kind: "plug-in", evse: 1, connector: 1, ev: { soc: 37 } });
    await happen(id, { kind: "present-token", token, evse: 1 });
  }
  await happen("DEMO-201", { kind: "plug-in", evse: 2, connector: 1 });
  await page.locator('[data-connector="1.1"][data-status="Charging"]').waitFor();
  await page.waitForTimeout(charging);
  await page.screenshot({ path: `${folder}stations.png` });

  await house.ask("PUT", "/api/sandbox/misbehaviours", { names: ["authorize-bad-enum"] });
  await happen("DEMO-201", {
    kind: "present-token",
    token: { idToken: "VALID-TOKEN", type: "Central" },
    evse: 2,
  });
  // Recorded before the page opens, so that nothing moves under the pointer.
  while (
    !JSON.stringify(await house.ask("GET", "/api/frames?action=Authorize&errors=true")).includes("enum")
  );
  await page.goto(`${house.url}/inspector`);
  const invalid = page
    .locator("[role=row][data-kind=callResult]", { hasText: "Authorize" })
    .filter({ has: page.locator("[data-tone=bad]") })
    .first();
  await invalid.click();
  await page.locator("[data-issue]").first().waitFor();
  await page.mouse.move(700, 20);
  await page.screenshot({ path: `${folder}inspector.png` });
} finally {
  await house.close();
}
