import { afterAll, beforeAll, expect, it } from "vitest";
import { createApp } from "../src/api/app.ts";
import { listenHttp } from "../src/server/http.ts";
import { openHouse as openParts } from "../src/api/testing/harness.ts";
import { frameMaker } from "../src/store/contract/samples.ts";
import { createReader } from "../src/store/mongodb/read/reader.ts";
import { insertFrames, openTestHome } from "../src/store/mongodb/read/testing/fill.ts";
import { describeWithMongo } from "../src/store/mongodb/testing/describe.ts";
import { startMongo, type MongoServer } from "../src/store/mongodb/testing/server.ts";
import { borrowBrowser } from "./browser.ts";
import { openHouse } from "./house.ts";
import { eventually, patience } from "./patience.ts";
import { builtWebApp } from "./web-app.ts";

const hour = 3_600_000;

describeWithMongo("a shared store", { own: true }, () => {
  let server: MongoServer;
  beforeAll(async () => {
    server = await startMongo();
  });
  const browser = borrowBrowser();
  afterAll(async () => {
    await browser.giveBack();
    await server.stop();
  });
  const flags = (database: string, name: string) => ({
    store: server.uri,
    "mongodb-database": database,
    name,
  });

  it("says where a bounded search stopped, and goes further when it is told to", async () => {
    const home = await openTestHome(server.uri, server.database());
    const now = Date.now();
    const burst = (at: number, words: string[]) => {
      const make = frameMaker(at);
      return words.map((word) => make({ station: word, raw: `[2,"1","Heartbeat",{"word":"${word}"}]` }));
    };
    await insertFrames(home.db, [
      ...burst(now - 26 * hour, ["needle-old", "hay"]),
      ...burst(now - 2 * hour, ["hay", "needle-new", "hay"]),
      ...burst(now - hour, ["hay", "hay"]),
    ]);
    const { frames } = createReader({ db: home.db, budget: { time: 0, wordTime: 0, windows: 1 } });
    const webFolder = await builtWebApp();
    const { parts } = await openParts(({ store }) => ({ store: { ...store, frames }, webFolder }));
    const http = await listenHttp({ host: "127.0.0.1", port: 0, fetch: createApp(parts).fetch });
    try {
      const page = await (await browser.open()).newPage();
      await page.goto(`${http.url}/inspector?text=needle`);
      const bound = page.locator("[data-search-bound]");
      await bound.getByText(/Searched back to/).waitFor();
      await page.locator("footer [data-reached]").waitFor();
      const further = bound.getByRole("button", { name: "Search further" });
      const rows = page.locator("[role=row][data-kind]:visible");
      await eventually(async () => {
        if ((await further.count()) > 0) await further.press("Enter");
        return [await rows.count(), await bound.count()];
      }).toEqual([2, 0]);
      for (const found of ["needle-new", "needle-old"])
        expect(await rows.filter({ hasText: found }).count()).toBe(1);
    } finally {
      await http.close();
      await home.client.close();
    }
  });

  it("shows stations of another process, to be taken over when it is gone", async () => {
    const database = server.database();
    const house = await openHouse({ demoStations: false, flags: flags(database, "office") });
    const other = await openHouse({ demoStations: false, flags: flags(database, "garage") });
    try {
      await other.ask("POST", "/api/stations", { id: "FAR-1", dialect: "2.0.1" });
      const page = await house.open("/stations");
      await page.getByRole("option", { name: /FAR-1/ }).filter({ hasText: "in process garage" }).waitFor();
      await page.getByText("It runs in process garage").waitFor();
      expect(await page.getByRole("button", { name: "Power off" }).count()).toBe(0);
      expect(await page.getByRole("button", { name: "Take over" }).count()).toBe(0);
      await other.close();
      await page.getByRole("button", { name: "Take over" }).click();
      await page.getByRole("option", { name: /FAR-1/ }).filter({ hasText: "Online" }).waitFor();
      await page.getByRole("button", { name: "Power off" }).waitFor();
    } finally {
      await house.close();
    }
  });

  it("says on any screen that messages wait in the spool, and when they are through", async () => {
    const house = await openHouse({ flags: flags(server.database(), "office") });
    try {
      const page = await house.open("/sandbox");
      await page.getByRole("button", { name: /^Live: show the state/ }).click();
      const panel = page.getByRole("dialog", { name: "State of the store" });
      await panel.getByText("all is well").waitFor();
      await panel.getByText(/^office$/).waitFor();
      await server.kill();
      await house.ask("POST", "/api/stations/DEMO-201/events", { kind: "drop-link" });
      await page
        .locator("[data-store-trouble]")
        .getByText(/waits? in the spool on disk/)
        .waitFor(patience);
      await panel.getByText("safe, but away").waitFor();
      await eventually(() => panel.getByRole("meter").locator("..").textContent()).toMatch(/\d+ messages?/);
      await server.restart();
      await page.locator("[data-store-trouble]").waitFor({ state: "detached", timeout: 60_000 });
      await panel.getByText("all is well").waitFor();
    } finally {
      await house.close();
    }
  });
});
