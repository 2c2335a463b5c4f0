import type { Page } from "playwright-core";
import { describe, expect, it, vi } from "vitest";
import { beyond } from "./beyond.ts";
import { eventually, patience } from "./patience.ts";
import { useHouse } from "./use-house.ts";

const house = useHouse({
  async ready(house) {
    const happen = (event: unknown) => house.ask("POST", "/api/stations/DEMO-201/events", event);
    const token = { idToken: "DEADBEEF", type: "ISO14443" };
    await happen({ kind: "plug-in", evse: 1, connector: 1 });
    await happen({ kind: "present-token", token, evse: 1 });
    await vi.waitFor(async () => {
      const rows = JSON.stringify(await house.ask("GET", "/api/transactions"));
      if (!rows.includes("DEMO-201#")) throw new Error("no transaction yet");
    }, patience);
  },
});

const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const messages = (page: Page) => page.locator("[data-messages]");

const isSorted = (names: readonly string[]): boolean =>
  names.length > 1 && names.every((name, index) => index === 0 || (names[index - 1] ?? "") <= name);

describe("statistics", () => {
  it("count what the stations said, and each row leads to its messages", async () => {
    const page = await house.open("/statistics");
    const row = card(page, "Messages per action").getByRole("row", { name: /^BootNotification/ });
    await eventually(() => row.getByRole("cell").nth(3).textContent()).toBe("6");
    await row.getByRole("link", { name: "BootNotification" }).click();
    await page.waitForURL("**/inspector?*");
    const search = new URL(page.url()).searchParams;
    expect(search.getAll("action")).toEqual(["BootNotification"]);
    expect(Date.parse(search.get("to") ?? "") - Date.parse(search.get("from") ?? "")).toBe(3_600_000);
    await eventually(() => page.locator("[data-count]").getAttribute("data-count")).toBe("6");
  });

  it("sort the actions by any column", async () => {
    const page = await house.open("/statistics");
    const table = card(page, "Messages per action").getByRole("table");
    await table.waitFor();
    await table.getByRole("button", { name: "Action" }).click();
    const names = () =>
      table.locator("tbody tr").evaluateAll((rows) => rows.map((one) => one.getAttribute("data-row") ?? ""));
    await table.locator("th[aria-sort=ascending]", { hasText: "Action" }).waitFor();
    await eventually(async () => isSorted(await names())).toBe(true);
    await table.getByRole("button", { name: "Action" }).click();
    await table.locator("th[aria-sort=descending]", { hasText: "Action" }).waitFor();
    await eventually(async () => isSorted((await names()).toReversed())).toBe(true);
  });

  it("keep range and stations in the address", async () => {
    const page = await house.open("/statistics");
    await messages(page).waitFor();
    await page.getByRole("radio", { name: "15 min" }).click();
    await page.getByRole("button", { name: "Station", exact: true }).first().click();
    await page.getByRole("checkbox", { name: /DEMO-16J/ }).check();
    await page.keyboard.press("Escape");
    await eventually(() => new URL(page.url()).search).toBe("?range=15m&station=DEMO-16J");
    await page.reload();
    const slowest = card(page, "Slowest answers").locator("tbody tr");
    const stations = () => slowest.evaluateAll((rows) => rows.map((one) => one.getAttribute("data-row")));
    await eventually(async () => [...new Set(await stations())]).toEqual(["DEMO-16J"]);
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
    await eventually(() => Math.round(width() / 100)).toBe(600);
    await card(page, "Traffic").getByText("250 ms").waitFor();
    await page.goBack();
    await eventually(() => new URL(page.url()).search).toBe("");
    await card(page, "Traffic").getByText("15 s").waitFor();
    const box = await plot.locator(".u-over").boundingBox();
    if (box === null) throw new Error("the plot has no place");
    await page.mouse.move(box.x + box.width / 2, box.y + 50);
    await page.mouse.down();
    // Beyond the edge: what was just recorded belongs to the range.
    await page.mouse.move(box.x + box.width + 5, box.y + 60, { steps: 5 });
    await page.mouse.up();
    await eventually(() => Math.round(width() / 60_000)).toBe(30);
    await page.getByRole("button", { name: "Zoom out" }).click();
    await eventually(() => Math.round(width() / 60_000)).toBe(60);
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
    await eventually(() => new URL(page.url()).search).toBe("?range=7d");
  });

  it("draw the samples of a transaction chosen by its energy", async () => {
    const page = await house.open("/statistics");
    await card(page, "Energy").getByRole("radio", { name: "Transaction" }).click();
    const draw = page.getByRole("button", { name: "Draw the samples of this transaction of DEMO-201" });
    await draw.click();
    await page.waitForURL((url) => url.searchParams.get("transaction")?.startsWith("DEMO-201#") === true);
    const samples = card(page, "Samples of a transaction");
    await samples.locator("canvas").waitFor();
    const measurands = samples.getByRole("combobox", { name: "Measurand" });
    await measurands.selectOption("Energy.Active.Import.Register");
    await samples.getByRole("img", { name: /^Energy.Active.Import.Register: .* Wh$/ }).waitFor();
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
  });

  it("fit into 400 pixels", async () => {
    const page = await house.open("/statistics", { viewport: { width: 400, height: 800 } });
    await card(page, "Messages per action").getByRole("table").waitFor();
    await card(page, "Samples of a transaction").locator("canvas").waitFor();
    await eventually(() => beyond(page)).toEqual([]);
  });
});
