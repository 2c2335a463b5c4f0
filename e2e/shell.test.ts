import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { beyond } from "./beyond.ts";
import { openHouse } from "./house.ts";
import { eventually } from "./patience.ts";
import { useHouse } from "./use-house.ts";

const house = useHouse();

/** Lightness of the page's ground, 0 to 255. */
const ground = (page: Page): Promise<number> =>
  page.locator("body").evaluate((body) => {
    const canvas = body.ownerDocument.createElement("canvas").getContext("2d");
    if (canvas === null) throw new Error("no canvas");
    canvas.fillStyle = body.ownerDocument.defaultView?.getComputedStyle(body).backgroundColor ?? "";
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data[1] ?? 0;
  });

describe("shell", () => {
  it("follows the system's colour scheme, and a choice that is remembered", async () => {
    const page = await house.open("/stations", { colorScheme: "dark" });
    await page.getByRole("button", { name: /^Theme/ }).waitFor();
    await eventually(() => ground(page)).toBeLessThan(60);
    await page.getByRole("button", { name: /^Theme/ }).click();
    await page.getByRole("menuitem", { name: "Light" }).click();
    await eventually(() => ground(page)).toBeGreaterThan(220);
    await page.reload();
    await page.getByRole("button", { name: "Theme: light" }).waitFor();
    await eventually(() => ground(page)).toBeGreaterThan(220);
  });

  it("opens each screen of the menu under its name", async () => {
    const page = await house.open("/");
    const menu = page.getByRole("navigation", { name: "Screens" });
    await menu.getByRole("link").last().waitFor();
    for (const name of await menu.getByRole("link").allTextContents()) {
      await menu.getByRole("link", { name, exact: true }).click();
      await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
      await eventually(() => page.title()).toBe(`${name} · Stationmaster`);
    }
  });

  it.each([
    ["/stations", "[role=option]"],
    ["/stations/DEMO-201", "[data-connector]"],
    ["/inspector", "[role=row][data-kind]"],
    ["/sandbox", ".cm-content"],
  ])("fits %s into 400 pixels", async (path, selector) => {
    const page = await house.open(path, { viewport: { width: 400, height: 800 } });
    await page.locator(selector).first().waitFor();
    await eventually(() => beyond(page)).toEqual([]);
  });

  it("reaches every screen and control by Tab, with a visible focus", async () => {
    const page = await house.open("/stations");
    await page.locator("[data-connector]").first().waitFor();
    const seen: string[] = [];
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press("Tab");
      const [focus] = await page.locator(":focus").evaluateAll((all) =>
        all.map((element) => ({
          name: element.getAttribute("aria-label") ?? element.textContent ?? "",
          ring: element.ownerDocument.defaultView?.getComputedStyle(element).outlineStyle,
        })),
      );
      if (focus === undefined) continue;
      seen.push(focus.name.trim());
      expect(focus.ring, focus.name).not.toBe("none");
    }
    for (const name of ["Skip to content", "Inspector", "Sandbox", "Add station", "Power off", "Plug in"])
      expect(seen).toContain(name);
  });

  it("says when the server is gone, and catches up without doubles when it is back", async () => {
    const page = await house.open("/inspector?station=DEMO-201&kind=opened&kind=closed");
    const kinds = (): Promise<(string | null)[]> =>
      page
        .locator("[role=row][data-kind]:visible")
        .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-kind")).toSorted());
    await eventually(kinds).toEqual(["opened"]);
    await house.restart(async () => {
      await page.getByRole("alert").filter({ hasText: "server does not answer" }).waitFor();
    });
    await page.getByRole("alert").waitFor({ state: "detached" });
    await eventually(kinds).toEqual(["closed", "opened", "opened"]);
  });

  it("says what to do when there is nothing yet", async () => {
    const empty = await openHouse({ demoStations: false });
    try {
      const page = await empty.open("/stations");
      await page.getByText("No stations yet").waitFor();
      await page.getByRole("button", { name: "Add station" }).waitFor();
      await page.goto(`${empty.url}/inspector`);
      await page.getByText("No message has crossed the wire yet").waitFor();
      await page.goto(`${empty.url}/sandbox`);
      await page.getByText("No station is connected to the sandbox").waitFor();
      await page.goto(`${empty.url}/nowhere`);
      await page.getByText("There is no such page").waitFor();
    } finally {
      await empty.close();
    }
  });
});
