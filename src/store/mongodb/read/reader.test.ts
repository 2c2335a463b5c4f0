import { afterAll, beforeAll, expect, it } from "vitest";
import { frameMaker, listOf, naiveQuery, sampleRow } from "../../contract/samples.ts";
import type { FrameRecord } from "../../../frames/frame.ts";
import type { FrameQuery } from "../../store.ts";
import { describeWithMongo } from "../testing/describe.ts";
import { startMongo } from "../testing/server.ts";
import type { MongoServer } from "../testing/server.ts";
import { createReader } from "./reader.ts";
import type { Reader } from "./reader.ts";
import { insertAnswers, insertFrames, insertSamples, openTestHome } from "./testing/fill.ts";
import type { TestHome } from "./testing/fill.ts";

const hour = 3_600_000;
const start = 1_700_000_000_000;

/** Bursts with long gaps between them, and stations that only some of them have. */
function bursts(count: number, size: number): FrameRecord[] {
  const frames: FrameRecord[] = [];
  for (let burst = 0; burst < count; burst++) {
    const frame = frameMaker(start + burst * burst * 7 * hour);
    for (let i = 0; i < size; i++) {
      const rare = burst === 1 && i === 3;
      frames.push(
        frame({
          station: rare ? "CS-RARE" : `CS-${i % 3}`,
          action: i % 5 === 0 ? "Authorize" : "Heartbeat",
          raw: `[2,"${i}","${rare ? "Straße ÄPFEL" : "Heartbeat"}",{}]`,
          ...(i % 11 === 0 ? { kind: "fault" } : {}),
        }),
      );
    }
  }
  return frames;
}

const servers = [
  ["a replica set", {}],
  ["a stand-alone server", { standalone: true }],
] as const;

for (const [name, options] of servers) {
  describeWithMongo(`reading ${name}`, { own: true }, () => {
    let server: MongoServer;
    let home: TestHome;
    let reader: Reader;
    const frames = bursts(5, 60);

    beforeAll(async () => {
      server = await startMongo(options);
      home = await openTestHome(server.uri, server.database());
      reader = createReader({ db: home.db });
      await insertFrames(home.db, frames);
    });
    afterAll(async () => {
      home.guard.assertClean();
      await home.client.close();
      await server.stop();
    });

    const pagesOf = async (
      query: FrameQuery,
      limit: number,
      order: "newest" | "oldest",
    ): Promise<FrameRecord[]> => {
      const found: FrameRecord[] = [];
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const page = await reader.frames.query(query, {
          limit,
          order,
          ...(cursor === undefined ? {} : { cursor }),
        });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        found.push(...page.items);
        cursor = page.next;
      }
      return order === "oldest" ? found : found.toReversed();
    };

    it("finds over gaps of hours and days what a plain filter finds", { timeout: 180_000 }, async () => {
      const middle = frames[150]?.at ?? 0;
      const queries: FrameQuery[] = [
        {},
        { stations: ["CS-RARE"] },
        { stations: ["CS-RARE", "CS-1"], actions: ["Authorize"] },
        { errors: true, to: middle },
        { from: middle, actions: ["Authorize"] },
        { after: frames[200]?.id ?? "" },
        { text: "strasse" },
        { text: "straße äpfel" },
        { messageId: "none" },
      ];
      for (const query of queries) {
        const expected = naiveQuery(frames, query);
        expect(await pagesOf(query, 23, "newest")).toEqual(expected);
        expect(await pagesOf(query, 23, "oldest")).toEqual(expected);
        expect(await listOf(reader.frames.stream(query))).toEqual(expected);
        expect(await reader.frames.count(query)).toBe(expected.length);
      }
    });

    it("finds by `to` what was recorded while the clock was set back", async () => {
      const db = home.client.db(server.database());
      const frame = frameMaker();
      const late = [frame(), frame({ at: start - 5000 }), frame({ at: start - 4000 })];
      await insertFrames(db, late);
      await db
        .collection("writers")
        .insertOne({ startedAt: start, clockLag: 5004 }, { bypassDocumentValidation: true });
      const other = createReader({ db });
      const query = { to: start - 4500 };
      const found = await other.frames.query(query, { limit: 9 });
      expect(found.items.map(({ id }) => id)).toEqual([late[1]?.id]);
    });

    it("stops a search that costs too much, says how far it came, and goes on from there", async () => {
      const short = createReader({ db: home.db, budget: { time: 0, wordTime: 0, windows: 1 } });
      const found: string[] = [];
      let stops = 0;
      let cursor: string | undefined;
      let reached = Infinity;
      do {
        const page = await short.frames.query(
          { text: "straße" },
          { limit: 5, ...(cursor === undefined ? {} : { cursor }) },
        );
        found.push(...page.items.map(({ id }) => id));
        cursor = page.next ?? undefined;
        if (page.next === null) break;
        stops += 1;
        expect(page.reached).toBeLessThanOrEqual(reached);
        reached = page.reached ?? NaN;
      } while (cursor !== undefined);
      expect(stops).toBeGreaterThan(0);
      expect(found).toEqual(naiveQuery(frames, { text: "straße" }).map(({ id }) => id));
    });

    it("puts texts together that are in pieces, and finds in them", { timeout: 120_000 }, async () => {
      const db = home.client.db(server.database());
      const frame = frameMaker();
      const long = `"${"é".repeat(3 * 2 ** 20)} Needle"`;
      const request = frame({ raw: long, messageId: "big" });
      const huge = frame({ raw: "tiny", messageId: "m".repeat(4 * 2 ** 20), action: "Huge" });
      const answer = frame({ kind: "callResult", direction: "in", pair: request.id, latency: 2 });
      await insertFrames(db, [request, huge]);
      await insertFrames(db, [answer]);
      await insertAnswers(db, [answer]);
      const other = createReader({ db });
      const all = [request, huge, answer];
      const queries: FrameQuery[] = [
        {},
        { text: "needle" },
        { text: "é" },
        { messageId: huge.messageId ?? "" },
        { actions: ["Huge"] },
      ];
      for (const query of queries) {
        const expected = naiveQuery(all, query);
        expect(await listOf(other.frames.stream(query))).toEqual(expected);
        expect(await other.frames.count(query)).toBe(expected.length);
      }
      expect(await other.frames.get(request.id)).toEqual({
        ...request,
        answer: { id: answer.id, kind: "callResult", latency: 2, error: null },
      });
      expect(await other.frames.get("0".repeat(26))).toBeNull();
      expect(await other.frames.get("nonsense")).toBeNull();
    });

    it("keeps samples of one moment in the order of recording, whatever the moment", async () => {
      const db = home.client.db(server.database());
      const times = [-62_200_000_000_000, -1.5, 0, 0.25, 1000.5, 1000.75, 9.9e14];
      const rows = times.flatMap((at) => [sampleRow({ at, value: 1 }), sampleRow({ at, value: 2 })]);
      await insertSamples(db, 1, rows.slice(0, 7));
      await insertSamples(db, 2, rows.slice(7));
      const other = createReader({ db });
      expect(await listOf(other.samples.stream({}))).toEqual(rows);
      expect((await other.samples.query({}, { limit: 3 })).items).toEqual(rows.toReversed().slice(0, 3));
      for (const at of times) {
        expect(await listOf(other.samples.stream({ from: at }))).toEqual(rows.filter((row) => row.at >= at));
        expect(await listOf(other.samples.stream({ to: at }))).toEqual(rows.filter((row) => row.at < at));
      }
    });

    it(
      "streams all, in order and once, while the server is killed and started again",
      { timeout: 180_000 },
      async () => {
        const db = home.client.db(server.database(), { writeConcern: { w: "majority", journal: true } });
        const frame = frameMaker();
        const many = Array.from({ length: 3000 }, () => frame());
        await insertFrames(db, many);
        const seen: string[] = [];
        let back: Promise<void> | undefined;
        for await (const row of createReader({ db }).frames.stream({})) {
          seen.push(row.id);
          if (seen.length === 1500) {
            await server.kill();
            back = server.restart();
          }
        }
        await back;
        expect(seen).toEqual(many.map(({ id }) => id));
      },
    );
  });
}
