import { randomBytes } from "node:crypto";
import { Binary } from "mongodb";
import type { MongoClient } from "mongodb";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { StateTooLargeError } from "../check-states.ts";
import { listOf, stateRow } from "../contract/samples.ts";
import type { Store } from "../store.ts";
import { openMongoStore } from "./open.ts";
import { describeWithMongo } from "./testing/describe.ts";
import { startMongo } from "./testing/server.ts";
import type { MongoServer } from "./testing/server.ts";

describeWithMongo("states of stations in MongoDB", { own: true }, () => {
  let server: MongoServer;
  let store: Store;
  let client: MongoClient;
  const database = "states";
  beforeAll(async () => {
    server = await startMongo();
    store = await openMongoStore({
      uri: `${server.uri}?serverSelectionTimeoutMS=2000`,
      database,
      identity: { writer: "test/1", name: "test", folder: "data" },
      observe: (made) => (client = made),
    });
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  const stored = async (station: string): Promise<unknown> => {
    const document = await client
      .db(database)
      .collection<{ _id: string }>("station_states")
      .findOne({ _id: station });
    return Reflect.get(document ?? {}, "state");
  };

  it("are text while they are short, and compressed when they are long", async () => {
    const long = JSON.stringify("text of a state ".repeat(10_000));
    await store.states.put([stateRow({ station: "short" }), stateRow({ station: "long", state: long })]);
    expect(await stored("short")).toBe(stateRow().state);
    const packed = await stored("long");
    expect(packed).toBeInstanceOf(Binary);
    expect((packed as Binary).length()).toBeLessThan(long.length / 10);
    expect((await store.states.get("long"))?.state).toBe(long);
  });

  it("are refused by name when they do not fit even so, and the others are kept", async () => {
    const fits = JSON.stringify(randomBytes(10 * 2 ** 20).toString("hex"));
    const tooLarge = JSON.stringify(randomBytes(17 * 2 ** 20).toString("base64"));
    const rows = [
      stateRow({ station: "large", state: tooLarge }),
      stateRow({ station: "fits", state: fits }),
      stateRow({ station: "after" }),
    ];
    const refusal = await store.states.put(rows).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StateTooLargeError);
    expect(refusal).toMatchObject({
      station: "large",
      message: expect.stringContaining("station large has "),
    });
    expect(await store.states.get("large")).toBeNull();
    expect((await store.states.get("fits"))?.state === fits).toBe(true);
    expect(await store.states.get("after")).not.toBeNull();
  });

  it("are not kept while the server is away, and are when they come again", async () => {
    const row = stateRow({ station: "late" });
    await server.kill();
    await expect(store.states.put([row])).rejects.toThrow();
    await server.restart();
    await vi.waitFor(() => store.states.put([row]), { timeout: 60_000, interval: 100 });
    expect((await listOf(store.states.stream())).map(({ station }) => station)).toContain("late");
  });
});
