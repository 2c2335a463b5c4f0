import type { Page } from "playwright-core";
import { describe, it } from "vitest";
import { eventually } from "./patience.ts";
import { useHouse } from "./use-house.ts";

const house = useHouse();

const connector = (page: Page, number: string) => page.locator(`[data-connector="${number}"]`);

describe("stations", () => {
  it("shows the demo stations online, one per dialect", async () => {
    const page = await house.open("/");
    const list = page.getByRole("listbox");
    for (const id of ["DEMO-16J", "DEMO-201"])
      await list.getByRole("option", { name: id }).filter({ hasText: "Online" }).waitFor();
    await page.waitForURL("**/stations");
  });

  it.each(["DEMO-16J", "DEMO-201"])("charges at %s with live power, and stops", async (id) => {
    const page = await house.open(`/stations/${id}`);
    const card = connector(page, "1.1");
    await card.getByRole("button", { name: "Plug in" }).click();
    await card.getByRole("button", { name: "Unplug" }).waitFor();
    await page.getByRole("combobox", { name: "Token", exact: true }).fill("DEADBEEF");
    await page.getByRole("button", { name: "Present" }).click();
    await page.locator('[data-connector="1.1"][data-status="Charging"]').waitFor();
    const power = card.locator("[data-power]");
    const watts = async (): Promise<number> => Number(await power.getAttribute("data-power"));
    await eventually(watts).toBeGreaterThan(1000);
    await card.getByRole("button", { name: "Stop" }).click();
    await card.getByRole("button", { name: "Start" }).waitFor();
    await eventually(watts).toBe(0);
    await card.getByRole("button", { name: "Unplug" }).click();
    await page.locator('[data-connector="1.1"][data-status="Available"]').waitFor();
  });

  it("raises and clears a fault", async () => {
    const page = await house.open("/stations/DEMO-201");
    await connector(page, "2.1").getByRole("button", { name: "More for this connector" }).click();
    await page.getByRole("menuitem", { name: "Raise fault" }).click();
    await page.locator('[data-connector="2.1"][data-status="Faulted"]').waitFor();
    await connector(page, "2.1").getByRole("button", { name: "More for this connector" }).click();
    await page.getByRole("menuitem", { name: "Clear fault" }).click();
    await page.locator('[data-connector="2.1"][data-status="Available"]').waitFor();
  });

  it("changes the validation policies one by one", async () => {
    const page = await house.open("/stations/DEMO-201");
    const incoming = page.getByRole("radiogroup", { name: "Validate what the CSMS sends" });
    await incoming.getByRole("radio", { name: "Enforce" }).click();
    await incoming.getByRole("radio", { name: "Enforce", checked: true }).waitFor();
    await eventually(() => house.ask("GET", "/api/stations/DEMO-201")).toMatchObject({
      policies: { in: "enforce", out: "report" },
    });
    await incoming.getByRole("radio", { name: "Report" }).click();
    await eventually(() => house.ask("GET", "/api/stations/DEMO-201")).toMatchObject({
      policies: { in: "report", out: "report" },
    });
  });

  it("changes a setting from the station's side", async () => {
    const page = await house.open("/stations/DEMO-16J");
    const row = page.locator('[data-setting="ConnectionTimeOut"]');
    await row.getByRole("button", { name: "Change ConnectionTimeOut" }).click();
    await row.getByRole("textbox").fill("77");
    await page.keyboard.press("Enter");
    await row.getByText("77").waitFor();
  });

  it("lets a station forget what it knows, once that is confirmed", async () => {
    const page = await house.open("/stations/DEMO-21");
    await page
      .getByRole("link", { name: "Stations", exact: true })
      .and(page.locator("[aria-current=page]"))
      .waitFor();
    const forget = async (): Promise<void> => {
      await page.getByRole("button", { name: "More for this station" }).click();
      await page.getByRole("menuitem", { name: "Forget what it knows …" }).click();
    };
    await connector(page, "1.1").getByRole("button", { name: "Plug in" }).click();
    await page.locator('[data-connector="1.1"]:not([data-status="Available"])').waitFor();
    await forget();
    await page.getByRole("dialog").getByRole("button", { name: "Keep it" }).click();
    await page.locator('[data-connector="1.1"]:not([data-status="Available"])').waitFor();
    await forget();
    await page.getByRole("dialog").getByRole("button", { name: "Forget" }).click();
    await page.locator('[data-connector="1.1"][data-status="Available"]').waitFor();
  });

  it("drops the link, reconnects, and cuts the power", async () => {
    const page = await house.open("/stations/DEMO-16J");
    await page.getByRole("button", { name: "Drop link" }).click();
    await page.getByRole("button", { name: "Reconnect" }).click();
    await page.getByRole("button", { name: "Drop link" }).waitFor();
    await page.getByRole("button", { name: "Power off" }).click();
    await page.getByRole("option", { name: "DEMO-16J" }).filter({ hasText: "Off" }).waitFor();
    await page.getByRole("button", { name: "Power on" }).click();
    await page.getByRole("option", { name: "DEMO-16J" }).filter({ hasText: "Online" }).waitFor();
  });

  it("adds a station after naming what is wrong at its field, and deletes it", async () => {
    const page = await house.open("/stations");
    await page.getByRole("button", { name: "Add station" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Identity").fill("no spaces please");
    await dialog.getByLabel("CSMS URL").fill("http://wrong.example");
    const add = dialog.getByRole("button", { name: "Add station" });
    await add.click();
    await dialog.getByRole("alert").first().waitFor();
    await dialog.locator("[aria-invalid=true]").first().waitFor();
    await dialog.getByLabel("CSMS URL").fill("");
    await dialog.getByLabel("Identity").fill("NEW-1");
    await add.click();
    await page.getByRole("option", { name: "NEW-1" }).filter({ hasText: "Online" }).waitFor();
    await page.waitForURL("**/stations/NEW-1");
    await page.getByRole("button", { name: "More for this station" }).click();
    await page.getByRole("menuitem", { name: /Delete/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page.getByRole("option", { name: "NEW-1" }).waitFor({ state: "detached" });
  });
});
