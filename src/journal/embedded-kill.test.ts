import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, expect, it } from "vitest";
import { rounds, seedOf } from "../../testdata/rounds.ts";
import { listOf } from "../store/contract/samples.ts";
import { openEmbeddedStore } from "../store/embedded/open.ts";

let folder = "";
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Seeded, so that a failing round can be played again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** Lets a recorder run and kills it while it writes. Returns the last number that it had acknowledged. */
async function round(first: number, batches: number, delay: number): Promise<number> {
  const program = join(import.meta.dirname, "testing", "append-until-killed.ts");
  const child = spawn(process.execPath, [program, folder, String(first)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<string | null>((resolve) => child.on("exit", (_, signal) => resolve(signal)));
  let acknowledged = first;
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === "ready") continue;
    acknowledged = Number(line);
    seen += 1;
    if (seen === batches) setTimeout(() => child.kill("SIGKILL"), delay);
  }
  expect(await ended).toBe("SIGKILL");
  expect(seen).toBeGreaterThanOrEqual(batches);
  return acknowledged;
}

it("has every acknowledged frame once and in order after a kill at any moment", async () => {
  folder = await mkdtemp(join(tmpdir(), "stationmaster-kill-"));
  const next = random(seedOf(20_260));
  let last = 0;
  for (let i = 0; i < rounds(3, 12); i++) {
    const batches = 1 + Math.floor(next() * 12);
    const acknowledged = await round(last, batches, next() * 25);
    const store = await openEmbeddedStore(folder);
    const frames = await listOf(store.frames.stream({}));
    await store.close();
    // What was written but not acknowledged may be there as well; nothing may be missing, doubled or out of turn.
    expect(frames.length).toBeGreaterThanOrEqual(acknowledged);
    const wrong = frames.findIndex(
      (frame, index) => frame.messageId !== String(index + 1) || !frame.raw.startsWith(`[2,"${index + 1}",`),
    );
    expect(wrong).toBe(-1);
    const ids = frames.map((frame) => frame.id);
    expect(ids.toSorted()).toEqual(ids);
    last = frames.length;
  }
  expect(last).toBeGreaterThan(5000);
}, 300_000);
