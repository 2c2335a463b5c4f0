import { expect, it } from "vitest";
import { openMongoStore } from "./open.ts";
import { describeWithMongo } from "./testing/describe.ts";
import { withClient } from "./testing/prepare.ts";
import { sharedMongo } from "./testing/shared.ts";

describeWithMongo("collections of documents", {}, () => {
  it("that a database does not have yet are made as all others are, when it is opened", async () => {
    const server = await sharedMongo();
    const database = server.database();
    const open = async (writer: string): Promise<void> => {
      const identity = { writer, name: "test", folder: "data" };
      await (await openMongoStore({ uri: server.uri, database, identity })).close();
    };
    await open("test/1");
    await withClient(server.uri, async (client) => {
      const db = client.db(database);
      const before = await db.collection("stations").options();
      for (const name of ["stations", "tokens"]) await db.dropCollection(name);
      await open("test/2");
      expect(before).toHaveProperty("validator");
      for (const name of ["stations", "tokens"]) expect(await db.collection(name).options()).toEqual(before);
      expect(Object.keys(await db.collection("stations").indexInformation())).toContain("by_change");
    });
  });
});
