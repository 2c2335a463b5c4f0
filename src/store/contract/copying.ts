import { describe, expect, it } from "vitest";
import { newFrameId } from "../../frames/frame-id.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import type { Home } from "./contract.ts";
import {
  batchOf,
  connectionRow,
  eventRow,
  findingRows,
  frameMaker,
  listOf,
  runRow,
  sampleRow,
  stateRow,
  transactionRow,
} from "./samples.ts";
import { oddValue } from "./values.ts";
import { documentCollectionNames } from "../collections.ts";
import type { Batch, Store } from "../store.ts";

/** All that a home gives out, in its order. */
async function everything(store: Store) {
  const documents = [];
  for (const collection of documentCollectionNames)
    documents.push(...(await store.documents.list(collection)));
  return {
    frames: await listOf(store.frames.stream({})),
    transactions: await listOf(store.transactions.stream({})),
    samples: await listOf(store.samples.stream({})),
    events: await listOf(store.events.stream({})),
    connections: await listOf(store.connections.stream({})),
    runs: await listOf(store.runs.stream({})),
    findings: await listOf(store.findings.stream({})),
    history: await listOf(store.history.stream({})),
    documents,
    states: await listOf(store.states.stream()),
  };
}

async function fill(store: Store): Promise<void> {
  const frame = frameMaker();
  for (let number = 1; number <= 4; number++)
    for (const writer of ["one/1", "two/1"]) {
      const request = frame({ writer });
      const frames = [
        request,
        frame({ writer, kind: "callResult", direction: "in", pair: request.id, latency: number + 0.5 }),
        frame({ writer, station: "CS-2", raw: "Größe \0 😀", issues: [{ ...issue }], marks: ["crafted"] }),
      ];
      const at = number * 1000;
      await store.append(
        batchOf({
          writer,
          number,
          frames,
          transactions: [transactionRow({ key: `${writer}#${number}`, startedAt: at })],
          samples: [sampleRow({ at, value: number }), sampleRow({ at, phase: "L1", value: -1 })],
          events: [eventRow({ at, station: writer }), eventRow({ at, phase: "ended", meter: 7 })],
          connections: [connectionRow({ key: frames[2]?.id ?? "", openedAt: at, writer })],
        }),
      );
    }
  const run = newFrameId();
  await store.runs.put(runRow({ id: run, report: oddValue() }), findingRows(run, [{}, { case: "TC_2" }]));
  await store.documents.put("stations", "a", oddValue(), { by: "api" });
  await store.documents.put("stations", "a", { other: true }, { by: "cli" });
  await store.documents.put("settings", "b", [1]);
  await store.states.put([stateRow({ station: "CS-2", state: JSON.stringify(oddValue()) }), stateRow()]);
}

const issue = { pointer: "/a", rule: "type", severity: "error", code: "X", expected: "y" } as const;

export function copyingContract(fresh: () => Promise<Home>): void {
  it("gives out what makes an equal home of a fresh one", async () => {
    const [from, to] = [(await fresh()).store, (await fresh()).store];
    await fill(from);
    const all = await everything(from);
    let number = 0;
    const append = async (part: Partial<Batch>): Promise<void> => {
      number += 1;
      await to.append(batchOf({ writer: "copy/1", number, ...part }));
    };
    for (let i = 0; i < all.frames.length; i += 5)
      await append({ frames: all.frames.slice(i, i + 5).map(withoutAnswer) });
    for (let i = 0; i < all.samples.length; i += 5) await append({ samples: all.samples.slice(i, i + 5) });
    for (let i = 0; i < all.events.length; i += 5) await append({ events: all.events.slice(i, i + 5) });
    await append({ transactions: all.transactions, connections: all.connections });
    const { runs, findings, history, documents } = all;
    await to.states.put(all.states);
    for (let i = 0; i < 2; i++)
      await to.adopt({ runs, findings, history, documents, writers: await from.writers("all") });
    const copied = await everything(to);
    expect(copied).toEqual(all);
    expect(JSON.stringify(copied)).toBe(JSON.stringify(all));
    const writers = await to.writers("all");
    for (const row of await from.writers("all"))
      if (row.endedAt !== null || row.writer.endsWith("/1")) expect(writers).toContainEqual(row);
    await to.documents.put("stations", "a", "changed here", { by: "api" });
    const newest = (await to.history.query({}, { limit: 1 })).items[0];
    expect(newest?.after).toBe("changed here");
  });

  it("counts what it keeps", async () => {
    const { store } = await fresh();
    await fill(store);
    const sizes = new Map((await store.inventory()).map((row) => [row.collection, row]));
    const counted = Object.fromEntries([...sizes].map(([name, row]) => [name, row.count]));
    expect(counted).toMatchObject({
      frames: 24,
      meter_samples: 16,
      transaction_events: 16,
      transactions: 8,
      connections: 8,
      runs: 1,
      findings: 2,
      audit_log: 2,
      stations: 1,
      settings: 1,
      station_states: 2,
      templates: 0,
    });
    expect(counted["writers"]).toBeGreaterThanOrEqual(2);
    for (const { bytes } of sizes.values()) expect(bytes === null || bytes >= 0).toBe(true);
  });

  describe("the home", () => {
    it("says what it is", async () => {
      const { store } = await fresh();
      const { home } = store;
      expect(["embedded", "mongodb"]).toContain(home.kind);
      expect(["none", "pushed", "polled"]).toContain(home.changes);
      expect(home.place).not.toBe("");
      expect(home.version).toMatch(/^\d+\.\d+/);
      expect(home.warnings.every((text) => text !== "")).toBe(true);
      const end = store.watch(() => undefined);
      expect(end()).toBeUndefined();
    });
  });
}

function withoutAnswer({ answer: _, ...record }: FrameRecord & { answer: unknown }): FrameRecord {
  return record;
}
