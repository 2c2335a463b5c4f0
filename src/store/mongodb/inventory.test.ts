import { afterAll, beforeAll, expect, it } from "vitest";
import { frameMaker, sampleRow } from "../contract/samples.ts";
import { takeInventory } from "./inventory.ts";
import { insertFrames, insertSamples, openTestHome } from "./read/testing/fill.ts";
import type { TestHome } from "./read/testing/fill.ts";
import { describeWithMongo } from "./testing/describe.ts";
import { sharedMongo } from "./testing/shared.ts";

describeWithMongo("the inventory of the MongoDB home", {}, () => {
  const homes: TestHome[] = [];
  beforeAll(async () => {
    const server = await sharedMongo();
    for (const timeSeries of [true, false])
      homes.push(await openTestHome(server.uri, server.database(), timeSeries));
    for (const { db } of homes) {
      const frame = frameMaker(Date.now() - 10_000);
      const old = frameMaker(Date.UTC(2020, 0, 1));
      await insertFrames(db, [frame(), frame(), frame(), old()]);
      await insertSamples(db, 1, [sampleRow({ at: Date.UTC(1969, 0, 1) }), sampleRow({})]);
      await db.collection("server").insertOne({ _id: "a" } as never, { bypassDocumentValidation: true });
    }
  });
  afterAll(async () => {
    for (const { guard, client } of homes) {
      guard.assertClean();
      await client.close();
    }
  });

  const counts = async (home: TestHome | undefined, patience?: number): Promise<unknown> =>
    home === undefined
      ? undefined
      : Object.fromEntries(
          (await takeInventory(home.db, patience)).map(({ collection, count }) => [collection, count]),
        );

  it("counts time series for a while, without the server's own count, which would go through them", async () => {
    const known = { frames: 4, meter_samples: 2, transaction_events: 0, server: 1, stations: 0 };
    expect(await counts(homes[0], 60_000)).toMatchObject(known);
    expect(await counts(homes[1])).toMatchObject(known);
  });

  it("says that it does not know, rather than to go on counting", async () => {
    const unknown = { frames: null, meter_samples: null, transaction_events: null };
    expect(await counts(homes[0], 0)).toMatchObject({ ...unknown, server: 1, stations: 0 });
    expect(await counts(homes[1], 0)).toMatchObject({ frames: 4, meter_samples: 2, server: 1 });
  });
});
