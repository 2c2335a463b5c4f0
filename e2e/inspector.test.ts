import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { eventually } from "./patience.ts";
import { useHouse } from "./use-house.ts";

const happen = (id: string, event: unknown) => house.ask("POST", `/api/stations/${id}/events`, event);
const token = (idToken: string) => ({ idToken, type: "ISO14443" });
const house = useHouse({
  async ready() {
    await happen("DEMO-201", { kind: "plug-in", evse: 1, connector: 1 });
    await happen("DEMO-201", { kind: "present-token", token: token("DEADBEEF"), evse: 1 });
  },
});

const rows = (page: Page) => page.locator("[role=row][data-kind]:visible");
const loaded = async (page: Page): Promise<number> =>
  Number(await page.locator("[data-count]").getAttribute("data-count"));
/** Waits until there are rows, and all of them have the word. */
const narrowed = (page: Page, word: string) =>
  eventually(async () => {
    const texts = await rows(page).allTextContents();
    return texts.length > 0 && texts.every((text) => text.includes(word));
  }).toBe(true);

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
    await detail
      .locator("header")
      .first()
      .getByText(/\d m?s$/)
      .waitFor();
    await detail.getByRole("radio", { name: "Raw" }).click();
    await request.locator("pre", { hasText: /^\[2,"[^"]+","TransactionEvent",\{/ }).waitFor();
  });

  it("shows how links began", async () => {
    const page = await house.open("/inspector?kind=opened");
    await rows(page).first().getByText("Link opened").waitFor();
    await eventually(() => rows(page).count()).toBeGreaterThanOrEqual(2);
  });

  it("holds the feed back while paused, counts what waits, and lets it in", async () => {
    const page = await house.open("/inspector?station=DEMO-16J");
    await rows(page).first().waitFor();
    await page.getByRole("status").filter({ hasText: "loading" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Pause" }).click();
    const before = await loaded(page);
    await happen("DEMO-16J", { kind: "plug-in", evse: 2, connector: 1 });
    await eventually(async () =>
      parseInt((await page.locator("[data-buffered]").textContent()) ?? ""),
    ).toBeGreaterThan(1);
    expect(await loaded(page)).toBe(before);
    await page.getByRole("button", { name: /Resume/ }).click();
    await eventually(() => loaded(page)).toBeGreaterThan(before + 1);
    await happen("DEMO-16J", { kind: "unplug", evse: 2, connector: 1 });
  });

  it("searches the content and keeps the search in the address", async () => {
    const page = await house.open("/inspector");
    await rows(page).first().waitFor();
    await page.getByRole("searchbox", { name: "Search in messages" }).fill("cablepluggedin");
    await eventually(() => new URL(page.url()).searchParams.get("text")).toBe("cablepluggedin");
    await narrowed(page, "CablePluggedIn");
    await eventually(() => loaded(page)).toBe(1);
    const again = await house.open(`/inspector${new URL(page.url()).search}`);
    await rows(again).first().waitFor();
    await eventually(() => loaded(again)).toBe(1);
    await again.getByRole("button", { name: /Remove filter text/ }).click();
    await eventually(() => loaded(again)).toBeGreaterThan(1);
  });

  it("narrows by station through the menu", async () => {
    const page = await house.open("/inspector");
    await rows(page).first().waitFor();
    await page.getByRole("button", { name: "Station", exact: true }).click();
    await page.getByRole("checkbox", { name: /DEMO-16J/ }).check();
    await page.keyboard.press("Escape");
    await eventually(() => new URL(page.url()).search).toBe("?station=DEMO-16J");
    await narrowed(page, "DEMO-16J");
  });

  it("shows an issue at its place in the message", async () => {
    await house.ask("PUT", "/api/sandbox/misbehaviours", { names: ["authorize-bad-enum"] });
    await happen("DEMO-201", { kind: "present-token", token: token("VALID-TOKEN"), evse: 2 });
    const page = await house.open("/inspector?action=Authorize&errors=true");
    await rows(page).first().click();
    const response = page.getByRole("region", { name: "Response" });
    const line = '[data-pointer="/idTokenInfo/status"][data-tone=bad]';
    const note = '[data-issue="/idTokenInfo/status"]';
    await response.locator(`${line} + ${note}`, { hasText: "enum" }).waitFor();
    await response
      .getByRole("list", { name: /Issues/ })
      .getByRole("button")
      .first()
      .click();
    await response.locator(`${note}:focus`).waitFor();
    await page.getByRole("radio", { name: "Raw" }).click();
    await response.locator("mark", { hasText: "accepted" }).waitFor();
    await house.ask("PUT", "/api/sandbox/misbehaviours", { names: [] });
  });

  it("exports the current query as JSON, NDJSON and CSV", async () => {
    const page = await house.open("/inspector?station=DEMO-201&action=BootNotification");
    await rows(page).first().waitFor();
    const exported = async (format: RegExp): Promise<string> => {
      await page.getByRole("button", { name: "Export" }).click();
      const download = page.waitForEvent("download");
      await page.getByRole("menuitem", { name: format }).click();
      return readFile(await (await download).path(), "utf8");
    };
    const records: unknown = JSON.parse(await exported(/^JSON/));
    expect(records).toMatchObject([{ action: "BootNotification" }, { action: "BootNotification" }]);
    const lines = (await exported(/^NDJSON/)).trim().split("\n");
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(records);
    const [head, ...table] = (await exported(/^CSV/)).trim().split("\n");
    expect(head).toContain("action");
    expect(table).toHaveLength(2);
  });

  it("works with the keyboard alone", async () => {
    const page = await house.open("/inspector");
    await rows(page).first().waitFor();
    const chosen = () => page.locator("[role=row][aria-selected=true]");
    await page.keyboard.press("/");
    await page.keyboard.type("transactionevent");
    await narrowed(page, "TransactionEvent");
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
  });
});
