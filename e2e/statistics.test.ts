import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openHouse, type House } from "./house.ts";
import { patience } from "./patience.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const happen = (event: unknown) => house.ask("POST", "/api/stations/DEMO-201/events", event);
  const token = { idToken: "DEADBEEF", type: "ISO14443" };
  await happen({ kind: "plug-in", evse: 1, connector: 1 });
  await happen({ kind: "present-token", token, evse: 1 });
  await vi.waitFor(async () => {
    const rows = JSON.stringify(await house.ask("GET", "/api/transactions"));
    if (!rows.includes("DEMO-201#")) throw new Error("no transaction yet");
  }, patience);
});
afterAll(async () => {
  await house.close();
});

const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const messages = (page: Page) => page.locator("[data-messages]");

describe("statistics", () => {
  it("count what the stations said, and each row leads to its messages", async () => {
    const page = await house.open("/statistics");
    const row = card(page, "Messages per action").getByRole("row", { name: /^BootNotification/ });
    await row.waitFor();
    expect(await row.getByRole("cell").nth(3).textContent()).toBe("4");
    await row.getByRole("link", { name: "BootNotification" }).click();
    await page.locator("[role=row][data-kind=callResult]").first().waitFor();
    const search = new URL(page.url()).searchParams;
    expect(search.getAll("action")).toEqual(["BootNotification"]);
    expect(Date.parse(search.get("to") ?? "") - Date.parse(search.get("from") ?? "")).toBe(3_600_000);
    await expect.poll(() => page.locator("[data-count]").getAttribute("data-count"), patience).toBe("4");
    await page.context().close();
  });

  it("sort the actions by any column", async () => {
    const page = await house.open("/statistics");
    const table = card(page, "Messages per action").getByRole("table");
    await table.waitFor();
    await table.getByRole("button", { name: "Action" }).click();
    const names = () =>
      table.locator("tbody tr").evaluateAll((rows) => rows.map((one) => one.getAttribute("data-row") ?? ""));
    const ascending = await names();
    expect(ascending).toEqual(ascending.toSorted());
    await table.getByRole("button", { name: "Action" }).click();
    expect(await table.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("descending");
    expect(await names()).toEqual(ascending.toReversed());
    await page.context().close();
  });

  it("keep range and stations in the address", async () => {
    const page = await house.open("/statistics");
    await messages(page).waitFor();
    await page.getByRole("radio", { name: "15 min" }).click();
    await page.getByRole("button", { name: "Station", exact: true }).first().click();
    await page.getByRole("checkbox", { name: /DEMO-16J/ }).check();
    await page.keyboard.press("Escape");
    await expect.poll(() => new URL(page.url()).search, patience).toBe("?range=15m&station=DEMO-16J");
    await page.reload();
    const slowest = card(page, "Slowest answers").locator("tbody tr");
    await slowest.first().waitFor();
    expect(
      new Set(await slowest.evaluateAll((rows) => rows.map((one) => one.getAttribute("data-row")))),
    ).toEqual(new Set(["DEMO-16J"]));
    await page.context().close();
  });

  it("narrow to a range drawn with the keyboard or the pointer, and go back", async () => {
    const page = await house.open("/statistics");
    const plot = page.getByRole("group", { name: /^Messages over time/ });
    await plot.locator("canvas").waitFor();
    await plot.focus();
    await page.keyboard.press("ArrowLeft");
    for (let i = 0; i < 3; i += 1) await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Enter");
    const width = (): number => {
      const search = new URL(page.url()).searchParams;
      return Date.parse(search.get("to") ?? "") - Date.parse(search.get("from") ?? "");
    };
    await expect.poll(width, patience).toBeGreaterThanOrEqual(60_000);
    expect(width()).toBeLessThan(60_010);
    await page.goBack();
    await expect.poll(() => new URL(page.url()).search, patience).toBe("");
    const box = await plot.locator(".u-over").boundingBox();
    if (box === null) throw new Error("the plot has no place");
    await page.mouse.move(box.x + box.width / 2, box.y + 50);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 2, box.y + 60, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => Math.round(width() / 60_000), patience).toBe(30);
    await page.getByRole("button", { name: "Zoom out" }).click();
    await expect.poll(() => Math.round(width() / 60_000), patience).toBe(60);
    await page.context().close();
  });

  it("take a range that was typed, and refuse one that ends before it begins", async () => {
    const page = await house.open("/statistics");
    await page.getByRole("button", { name: "Custom range" }).click();
    await page.getByLabel("From").fill("2020-01-02T00:00:00");
    await page.getByLabel("Until").fill("2020-01-01T00:00:00");
    await page.getByRole("button", { name: "Show this range" }).click();
    await page.getByRole("alert").filter({ hasText: "begin before it ends" }).waitFor();
    await page.getByLabel("Until").fill("2020-01-03T00:00:00");
    await page.getByRole("button", { name: "Show this range" }).click();
    await page.getByText("No messages in the chosen range").waitFor();
    await page.getByRole("button", { name: "Last 7 days" }).click();
    await messages(page).waitFor();
    expect(new URL(page.url()).search).toBe("?range=7d");
    await page.context().close();
  });

  it("draw the samples of a transaction chosen by its energy", async () => {
    const page = await house.open("/statistics");
    await card(page, "Energy").getByRole("radio", { name: "Transaction" }).click();
    const draw = page.getByRole("button", { name: "Draw the samples of this transaction of DEMO-201" });
    await draw.click();
    expect(new URL(page.url()).searchParams.get("transaction")).toMatch(/^DEMO-201#/);
    const samples = card(page, "Samples of a transaction");
    await samples.locator("canvas").waitFor();
    const measurands = samples.getByRole("combobox", { name: "Measurand" });
    await measurands.selectOption("Energy.Active.Import.Register");
    await samples.getByRole("img", { name: /^Energy.Active.Import.Register: .* Wh$/ }).waitFor();
    await page.context().close();
  });

  it("say what failed and try again", async () => {
    const page = await house.open("/stations");
    await page.route("**/api/statistics/issues*", (route) =>
      route.fulfill({ status: 503, json: { error: { code: "unavailable", message: "The store is away." } } }),
    );
    await page.getByRole("link", { name: "Statistics" }).click();
    const issues = card(page, "Top validation issues");
    await issues.getByRole("alert").filter({ hasText: "The store is away." }).waitFor();
    await card(page, "Messages per action").getByRole("table").waitFor();
    await page.unroute("**/api/statistics/issues*");
    await issues.getByRole("button", { name: "Try again" }).click();
    await issues.getByRole("alert").waitFor({ state: "detached" });
    await page.context().close();
  });

  it("fit into 400 pixels", async () => {
    const page = await house.open("/statistics", { viewport: { width: 400, height: 800 } });
    await card(page, "Messages per action").getByRole("table").waitFor();
    await card(page, "Samples of a transaction").locator("canvas").waitFor();
    const beyond = await page.locator("body *").evaluateAll((all) =>
      all
        .filter((element) => element.getBoundingClientRect().right > 401)
        .filter((element) => element.closest(".sr-only") === null)
        .map((element) => element.outerHTML.slice(0, 100)),
    );
    expect(beyond).toEqual([]);
    await page.context().close();
  });
});
