import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { newFrameId } from "../src/frames/frame-id.ts";
import { openEmbeddedStore } from "../src/store/embedded/open.ts";
import { eventually } from "./patience.ts";
import { useHouse } from "./use-house.ts";

const run = newFrameId();
const lost = newFrameId();
/** In the store, so that the inspector shows it. */
let proof = "";

const house = useHouse({ before: keepRun });

async function keepRun(data: string): Promise<void> {
  const store = await openEmbeddedStore(data);
  const connection = {
    station: "CS-AUDIT",
    connection: "CS-AUDIT-1",
    writer: "audit/1",
    dialect: "2.0.1",
    direction: "out",
    action: "BootNotification",
    pair: null,
    latency: null,
    error: null,
    issues: [],
    marks: [],
  } as const;
  proof = newFrameId();
  const raw = '[2,"1","BootNotification",{"reason":"PowerUp"}]';
  const frame = {
    ...connection,
    id: proof,
    at: Date.now(),
    kind: "call",
    messageId: "1",
    raw,
    size: raw.length,
  } as const;
  await store.append({
    writer: "audit/1",
    number: 1,
    frames: [{ ...frame, issues: [], marks: [] }],
    transactions: [],
    samples: [],
    events: [],
    connections: [],
  });
  await store.runs.put(
    {
      id: run,
      kind: "audit",
      target: "ws://csms.example/ocpp",
      dialect: "2.0.1",
      station: "CS-AUDIT",
      writer: "audit/1",
      startedAt: Date.now() - 60_000,
      endedAt: Date.now(),
      verdict: "fail",
      summary: { pass: 4, fail: 1 },
      report: { cases: [{ id: "TC_B_01_CS", title: "Cold boot" }], frames: [] },
    },
    [
      {
        id: `${run}/000000`,
        run,
        at: Date.now(),
        case: "TC_B_01_CS",
        check: "boot-status",
        verdict: "fail",
        requirement: "B01.FR.02",
        text: "Accepts the boot.",
        expected: "Accepted",
        actual: "Rejected",
        frames: [proof, lost],
      },
    ],
  );
  await store.close();
}

/** The link at the station itself: the one of the menu is there earlier. */
const historyOf = (page: Page, station: string) =>
  page.getByRole("region", { name: `Station ${station}` }).getByRole("link", { name: "History" });

describe("history", () => {
  it("shows what was changed and by whom, and brings a station back", async () => {
    await house.ask("PATCH", "/api/stations/DEMO-16J", { callTimeout: 7, password: "SECRET-PASSWORD-1" });
    const page = await house.open("/stations/DEMO-16J");
    await historyOf(page, "DEMO-16J").click();
    await page.waitForURL((url) => url.searchParams.get("document") === "DEMO-16J");
    const changes = page.getByRole("list", { name: "Changes, newest first" });
    await changes.getByRole("link", { name: /DEMO-16J.*changed.*by api/s }).click();
    const what = page.getByRole("list", { name: "What changed" });
    const timeout = what.locator('[data-pointer="/callTimeout"]');
    await timeout.locator("[data-side=before]", { hasText: "30" }).waitFor();
    await timeout.locator("[data-side=after]", { hasText: "7" }).waitFor();
    expect(await what.textContent()).not.toContain("SECRET");
    await page.getByRole("button", { name: "Undo" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.locator('[data-pointer="/callTimeout"] [data-side=after]', { hasText: "30" }).waitFor();
    await dialog.getByRole("button", { name: "Restore" }).click();
    await page
      .getByRole("region", { name: "Messages" })
      .getByText(/DEMO-16J is as it was before/)
      .waitFor();
    expect(await house.ask("GET", "/api/stations/DEMO-16J")).toMatchObject({
      callTimeout: 30,
      hasPassword: false,
    });
    await changes.getByRole("link", { name: /restored/ }).waitFor();
    await page.getByRole("button", { name: "Restore this state" }).click();
    await dialog.getByRole("button", { name: "Restore" }).click();
    await eventually(() => house.ask("GET", "/api/stations/DEMO-16J")).toMatchObject({
      callTimeout: 7,
      hasPassword: true,
    });
  });

  it("knows who changed a setting of a station, and takes it back", async () => {
    const name = "SampledDataCtrlr.TxUpdatedInterval";
    const page = await house.open("/stations/DEMO-201");
    await page.getByRole("button", { name: "Give your name" }).click();
    const field = page.getByRole("textbox", { name: "Your name" });
    await field.fill("x".repeat(101));
    await field.press("Enter");
    await page.getByText("At most 100 printable characters").waitFor();
    await field.fill(" Zoë Ørsted ");
    await field.press("Enter");
    await page.getByRole("button", { name: "You are Zoë Ørsted" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "You are Zoë Ørsted" }).waitFor();

    await page.getByRole("tab", { name: "Settings" }).click();
    const row = page.locator(`[data-setting="${name}"]`);
    const value = page.getByRole("textbox", { name: `Value of ${name}` });
    await row.getByRole("button", { name: `Change ${name}` }).click();
    await value.fill("often");
    await value.press("Enter");
    await page.getByText("cannot have this value").waitFor();
    await value.fill("77");
    await value.press("Enter");
    await row.getByText("77").waitFor();

    await historyOf(page, "DEMO-201").click();
    await page.getByRole("link", { name: /DEMO-201.*changed.*by Zoë Ørsted/s }).click();
    const changed = page.getByRole("list", { name: "What changed" });
    await changed
      .locator(`[data-pointer="/settings/${name}"] [data-side=after]`, { hasText: "77" })
      .waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Restore" }).click();
    await page.getByRole("link", { name: /DEMO-201.*restored.*by Zoë Ørsted/s }).waitFor();
    await page.getByRole("link", { name: "Open the station" }).click();
    await page.getByRole("tab", { name: "Settings" }).click();
    await row.getByText("60").waitFor();
    expect(await house.ask("GET", "/api/stations/DEMO-201")).toMatchObject({ settings: {} });
  });

  it("tells which misbehaviour of the sandbox was switched on, and switches it off again", async () => {
    const page = await house.open("/sandbox");
    const item = page.locator("[data-misbehaviour=double-answer]");
    await item.getByText("double-answer").click();
    await page.locator("[data-banner]").waitFor();
    await page.goto(new URL("/history?collection=settings", house.url).href);
    await page.getByRole("link", { name: /sandbox.*created.*by api/s }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("dialog").getByText("its defaults are in force again").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Restore" }).click();
    await page.getByRole("link", { name: /sandbox.*restored/s }).waitFor();
    await page.getByRole("link", { name: "Sandbox", exact: true }).click();
    await item.getByRole("switch", { checked: false }).waitFor();
    await page.locator("[data-banner]").waitFor({ state: "detached" });
  });

  it("brings a deleted station back to life", async () => {
    await house.ask("POST", "/api/stations", { id: "GONE-1", dialect: "2.0.1" });
    await house.ask("DELETE", "/api/stations/GONE-1");
    const page = await house.open("/history?document=GONE-1");
    await page.getByRole("link", { name: /GONE-1.*removed/s }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("dialog").getByText("It is made again").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Restore" }).click();
    await page.getByRole("link", { name: "Open the station" }).click();
    await page.getByRole("option", { name: "GONE-1" }).filter({ hasText: "Online" }).waitFor();
  });

  it("says so where nothing was changed", async () => {
    const page = await house.open("/history?document=NOBODY");
    await page.getByText("Nothing was changed here").waitFor();
  });
});

describe("audits", () => {
  it("leads from a finding to its frames, and says which are not in the store", async () => {
    const page = await house.open("/runs");
    await page.getByRole("link", { name: /Failed.*csms\.example/s }).waitFor();
    const finding = page.locator(`[data-finding="${run}/000000"]`);
    await finding.getByText("B01.FR.02").waitFor();
    await finding.getByText(`${lost} · not in the store any more`).waitFor();
    await finding.getByRole("link", { name: /BootNotification/ }).click();
    const detail = page.getByRole("region", { name: "Message details" });
    await detail.getByText("PowerUp").waitFor();
    await page.waitForURL((url) => url.searchParams.get("frame") === proof);
  });

  it("deletes one after asking, and then says how to keep one", async () => {
    const page = await house.open("/runs");
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page.getByText("No audit was kept yet").waitFor();
    expect(await house.ask("GET", "/api/runs")).toMatchObject({ items: [] });
  });
});
