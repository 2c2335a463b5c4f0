import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHouse, type House } from "./house.ts";
import { patience } from "./patience.ts";

let house: House;
const happen = (id: string, event: unknown) => house.ask("POST", `/api/stations/${id}/events`, event);
const token = (idToken: string) => ({ idToken, type: "ISO14443" });
beforeAll(async () => {
  house = await openHouse();
  await happen("DEMO-201", { kind: "plug-in", evse: 1, connector: 1 });
  await happen("DEMO-201", { kind: "present-token", token: token("DEADBEEF"), evse: 1 });
});
afterAll(async () => {
  await house.close();
});

const rows = (page: Page) => page.locator("[role=row][data-kind]:visible");
const loaded = async (page: Page): Promise<number> =>
  Number(await page.locator("[data-count]").getAttribute("data-count"));

describe("inspector", () => {
  it("shows request and response of a TransactionEvent side by side with their latency", async () => {
    const page = await house.open("/inspector?station=DEMO-201&action=TransactionEvent");
    await page.locator("[role=row][data-kind=callResult]").first().waitFor();
    await page.locator("[role=row][data-kind=call]").last().click();
    const detail = page.getByRole("region", { name: "Message details" });
    const request = detail.getByRole("region", { name: "Request" });
    const response = detail.getByRole("region", { name: "Response" });
    await request.getByRole("treeitem", { name: /^eventType/ }).waitFor();
    await response.waitFor();
    const [left, right] = [await request.boundingBox(), await response.boundingBox()];
    expect(left?.y).toBe(right?.y);
    expect(left?.x).toBeLessThan(right?.x ?? 0);
    expect(await detail.locator("header").first().textContent()).toMatch(/\d ms|\d s/);
    await detail.getByRole("radio", { name: "Raw" }).click();
    expect(await request.locator("pre").textContent()).toMatch(/^\[2,"[^"]+","TransactionEvent",\{/);
    await page.context().close();
  });

  it("shows how links began", async () => {
    const page = await house.open("/inspector?kind=opened");
    await rows(page).first().getByText("Link opened").waitFor();
    expect(await rows(page).count()).toBeGreaterThanOrEqual(2);
    await page.context().close();
  });

  it("holds the feed back while paused, counts what waits, and lets it in", async () => {
    const page = await house.open("/inspector?station=DEMO-16J");
    await rows(page).first().waitFor();
    await page.getByRole("button", { name: "Pause" }).click();
    const before = await loaded(page);
    await happen("DEMO-16J", { kind: "plug-in", evse: 2, connector: 1 });
    await expect
      .poll(async () => parseInt((await page.locator("[data-buffered]").textContent()) ?? ""), patience)
      .toBeGreaterThan(1);
    expect(await loaded(page)).toBe(before);
    await page.getByRole("button", { name: /Resume/ }).click();
    await expect.poll(() => loaded(page), patience).toBeGreaterThan(before + 1);
    await happen("DEMO-16J", { kind: "unplug", evse: 2, connector: 1 });
    await page.context().close();
  });

  it("searches the content and keeps the search in the address", async () => {
    const page = await house.open("/inspector");
    await rows(page).first().waitFor();
    await page.getByRole("searchbox", { name: "Search in messages" }).fill("cablepluggedin");
    await expect.poll(() => new URL(page.url()).searchParams.get("text"), patience).toBe("cablepluggedin");
    await expect
      .poll(
        async () => (await rows(page).allTextContents()).every((row) => row.includes("CablePluggedIn")),
        patience,
      )
      .toBe(true);
    expect(await loaded(page)).toBe(1);
    const again = await house.open(`/inspector${new URL(page.url()).search}`);
    await rows(again).first().waitFor();
    expect(await loaded(again)).toBe(1);
    await again.getByRole("button", { name: /Remove filter text/ }).click();
    await expect.poll(() => loaded(again), patience).toBeGreaterThan(1);
    await again.context().close();
    await page.context().close();
  });

  it("narrows by station through the menu", async () => {
    const page = await house.open("/inspector");
    await rows(page).first().waitFor();
    await page.getByRole("button", { name: "Station", exact: true }).click();
    await page.getByRole("checkbox", { name: /DEMO-16J/ }).check();
    await page.keyboard.press("Escape");
    await expect.poll(() => new URL(page.url()).search, patience).toBe("?station=DEMO-16J");
    await expect
      .poll(
        async () => (await rows(page).allTextContents()).every((row) => row.includes("DEMO-16J")),
        patience,
      )
      .toBe(true);
    await page.context().close();
  });

  it("shows an issue at its place in the message", async () => {
    await house.ask("PUT", "/api/sandbox/misbehaviours", { names: ["authorize-bad-enum"] });
    await happen("DEMO-201", { kind: "present-token", token: token("VALID-TOKEN"), evse: 2 });
    const page = await house.open("/inspector?action=Authorize&errors=true");
    await rows(page).first().click();
    const response = page.getByRole("region", { name: "Response" });
    const note = response.locator('[data-issue="/idTokenInfo/status"]');
    await note.waitFor();
    expect(await note.textContent()).toContain("enum");
    const line = response.locator('[data-pointer="/idTokenInfo/status"]');
    expect(await line.getAttribute("data-tone")).toBe("bad");
    expect(await line.evaluate((element) => element.nextElementSibling?.getAttribute("data-issue"))).toBe(
      "/idTokenInfo/status",
    );
    await response
      .getByRole("list", { name: /Issues/ })
      .getByRole("button")
      .first()
      .click();
    await response.locator('[data-issue="/idTokenInfo/status"]:focus').waitFor();
    await page.getByRole("radio", { name: "Raw" }).click();
    expect(await response.locator("mark").first().textContent()).toContain("accepted");
    await house.ask("PUT", "/api/sandbox/misbehaviours", { names: [] });
    await page.context().close();
  });

  it.each(["JSON", "NDJSON", "CSV"])("exports the current query as %s", async (format) => {
    const page = await house.open("/inspector?station=DEMO-201&action=BootNotification");
    await rows(page).first().waitFor();
    await page.getByRole("button", { name: "Export" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: new RegExp(`^${format}`) }).click();
    const text = await readFile(await (await download).path(), "utf8");
    const lines = text.trim().split("\n");
    const records: unknown =
      format === "JSON"
        ? JSON.parse(text)
        : format === "NDJSON"
          ? lines.map((line): unknown => JSON.parse(line))
          : lines.slice(1);
    expect(records).toHaveLength(2);
    expect(text).toContain("BootNotification");
    await page.context().close();
  });

  it("works with the keyboard alone", async () => {
    const page = await house.open("/inspector");
    await rows(page).first().waitFor();
    const chosen = () => page.locator("[role=row][aria-selected=true]");
    await page.keyboard.press("/");
    await page.keyboard.type("transactionevent");
    await expect
      .poll(
        async () => (await rows(page).allTextContents()).every((row) => row.includes("TransactionEvent")),
        patience,
      )
      .toBe(true);
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await chosen().waitFor();
    await page.keyboard.press("Enter");
    const detail = page.getByRole("region", { name: "Message details" });
    await detail.waitFor();
    await page.keyboard.press("Escape");
    await detail.waitFor({ state: "detached" });
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: /Resume/ }).waitFor();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.context().close();
  });
});
