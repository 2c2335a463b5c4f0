import type { CommandStartedEvent, Document } from "mongodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { frameMaker } from "../contract/samples.ts";
import { heardStep, LastHeard } from "./last-heard.ts";
import { openTestHome } from "./read/testing/fill.ts";
import type { TestHome } from "./read/testing/fill.ts";
import { describeWithMongo } from "./testing/describe.ts";
import { sharedMongo } from "./testing/shared.ts";

const start = Date.UTC(2026, 0, 1);

describeWithMongo("when stations were last heard of", {}, () => {
  let home: TestHome;
  beforeAll(async () => {
    const server = await sharedMongo();
    home = await openTestHome(server.uri, server.database());
  });
  afterAll(async () => {
    home.guard.assertClean();
    await home.client.close();
  });

  it("is noted for new stations at once, and for others once a minute, never earlier than before", async () => {
    const { db, client } = home;
    const written: Document[] = [];
    client.on("commandStarted", ({ commandName, command }: CommandStartedEvent) => {
      if (commandName === "update") written.push(...(command["updates"] as Document[]));
    });
    const noted = async (): Promise<unknown[]> =>
      (await db.collection("last_heard").find().sort({ _id: 1 }).toArray()).map(({ _id, at }) => [_id, at]);
    const heard = new LastHeard();
    const frame = frameMaker(start);
    const frames = Array.from({ length: 1000 }, (_, i) => frame({ station: `S${i % 10}`, at: start + i }));
    await heard.note(db, frames);
    expect(written).toHaveLength(10);
    expect((await noted())[3]).toEqual(["S3", start + 993]);
    for (let i = 0; i < 20; i++)
      await heard.note(db, [frame({ station: "S3", at: start + 1000 + i * 1000 })]);
    expect(written).toHaveLength(10);
    await heard.note(db, [frame({ station: "S3", at: start + 993 + heardStep })]);
    expect(written).toHaveLength(11);
    expect((await noted())[3]).toEqual(["S3", start + 993 + heardStep]);
    // The next process knows nothing of it, and brings what an earlier one left.
    await new LastHeard().note(db, [
      frame({ station: "S3", at: start }),
      frame({ station: "S4", at: start + 5000 }),
    ]);
    expect((await noted()).slice(3, 5)).toEqual([
      ["S3", start + 993 + heardStep],
      ["S4", start + 5000],
    ]);
  });
});
