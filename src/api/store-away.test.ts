import { expect, test } from "vitest";
import { describeWithMongo } from "../store/mongodb/testing/describe.ts";
import { startMongo } from "../store/mongodb/testing/server.ts";
import { openMongoStore } from "../store/mongodb/open.ts";
import { openHouse } from "./testing/harness.ts";

describeWithMongo("while the database is away", { own: true }, () => {
  test("reading says so with 503, and is no defect of the server", async () => {
    const server = await startMongo();
    const identity = { writer: "away/1", name: "away", folder: "away" };
    const store = await openMongoStore({ uri: `${server.uri}&serverSelectionTimeoutMS=2000`, identity });
    try {
      const { ask, reported } = await openHouse({ store });
      expect((await ask("GET", "/api/frames")).status).toBe(200);
      await server.kill();
      const { status, body } = await ask("GET", "/api/frames");
      expect(status).toBe(503);
      expect(body).toMatchObject({
        error: { code: "unavailable", message: expect.stringContaining("away") },
      });
      expect(reported).toEqual([]);
    } finally {
      await store.close();
      await server.stop();
    }
  });
});
