import type { Page } from "playwright-core";
import { describe, it } from "vitest";
import { eventually } from "./patience.ts";
import { useHouse } from "./use-house.ts";

const house = useHouse();

async function choose(page: Page, station: string): Promise<void> {
  await page
    .getByRole("region", { name: "Connected stations" })
    .getByRole("button", { name: station })
    .click();
  await page.getByRole("region", { name: `Command to ${station}` }).waitFor();
  await page.locator(".cm-content").waitFor();
}

describe("sandbox", () => {
  it.each([
    ["DEMO-16J", "RemoteStartTransaction"],
    ["DEMO-201", "RequestStartTransaction"],
  ])("has %s start by %s", async (station, action) => {
    const page = await house.open("/sandbox");
    await choose(page, station);
    await page.getByRole("combobox", { name: "Action" }).selectOption(action);
    await page.getByText(/^Valid for/).waitFor();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    const outcome = page.locator("[data-outcome=result]", { hasText: "Accepted" });
    await outcome.getByRole("link", { name: "Show frames" }).click();
    await page.locator("[role=row][data-kind=callResult]", { hasText: action }).waitFor();
  });

  it("marks what is wrong while it is typed, and sends it all the same", async () => {
    const page = await house.open("/sandbox");
    await choose(page, "DEMO-201");
    await page.getByRole("combobox", { name: "Action" }).selectOption("Reset");
    await page.getByText(/^Valid for/).waitFor();
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText('{"type": "Sometime');
    await page.getByText("This is not JSON yet.").waitFor();
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText('{"type": "Sometime"}');
    await page.getByText("1 issue, marked at their places").waitFor();
    await page.locator(".cm-lintRange-error", { hasText: '"Sometime"' }).waitFor();
    await page.getByRole("button", { name: "Send all the same" }).click();
    await page.locator("[data-outcome=error]").waitFor();
  });

  it("misbehaves on demand, says so, and behaves again", async () => {
    const page = await house.open("/sandbox");
    await page.locator('[data-misbehaviour="extra-member"]').getByText("extra-member").click();
    await page.locator("[data-banner]", { hasText: "extra-member" }).waitFor();
    await page
      .locator('[data-misbehaviour="heartbeat-unanswered"]')
      .getByText("heartbeat-unanswered")
      .click();
    await page
      .locator("[data-banner]", { hasText: "extra-member" })
      .filter({ hasText: "heartbeat-unanswered" })
      .waitFor();
    await eventually(async () => JSON.stringify(await house.ask("GET", "/api/sandbox"))).toMatch(
      /"extra-member"[^}]*"active":true/,
    );
    await page.getByRole("button", { name: "Behave again" }).click();
    await page.locator("[data-banner]").waitFor({ state: "detached" });
  });
});
