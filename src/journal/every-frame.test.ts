import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Journal } from "./journal.ts";
import { packRecord } from "./spool/record.ts";
import { MoodyHome, numbered, turn, until } from "./testing/moody-home.ts";
import { raws, recordTurns, spooling } from "./testing/spooling.ts";

const place = spooling();

describe("with every frame written at once", () => {
  const everyFrame = { durability: "every-frame", window: 60_000 } as const;

  it("has a record on disk before `record` returns, and its completed form at the end of the turn", async () => {
    const home = new MoodyHome();
    home.hang();
    const journal = await place.open(home, everyFrame);
    const onDisk = (text: string): boolean =>
      place.files().some((name) => readFileSync(join(place.folder, name)).includes(text));
    const frame = journal.record(numbered(4711));
    expect(onDisk(frame.id)).toBe(true);
    frame.marks = ["filled in later"];
    expect(onDisk("filled in later")).toBe(false);
    await turn();
    await turn();
    expect(onDisk("filled in later")).toBe(true);
    expect(journal.status()).toMatchObject({ durability: "every-frame", window: 0, unsafe: 0, pending: 1 });
    await journal.close();
  });

  it("completes by itself what a killed process could not, and marks it", async () => {
    const home = new MoodyHome();
    const frames = ['[2,"7","Heartbeat",{}]', '[3,"7",{}]', '[4,"8","InternalError","",{}]', "rubbish"].map(
      (raw) =>
        new Journal({ store: null, now: () => 5, writer: "a/1" }).record({
          ...numbered(0),
          kind: "fault",
          raw,
        }),
    );
    frames.sort((a, b) => (a.id < b.id ? -1 : 1));
    const done = { ...frames[0], action: "Filled", messageId: "in" };
    writeFileSync(
      join(place.folder, "0000000001.spool"),
      Buffer.concat([
        ...frames.map((f) => packRecord({ t: "frame", f })),
        packRecord({ t: "done", w: "a/1", frames: [done] }),
      ]),
    );
    const journal = await place.open(home, everyFrame);
    await until(() => journal.status().pending === 0);
    const [first, ...others] = home.frames;
    expect(first).toEqual(done);
    const recovered = new Map(others.map((frame) => [frame.raw, frame]));
    const expected = {
      '[2,"7","Heartbeat",{}]': { kind: "call", action: "Heartbeat", messageId: "7" },
      '[3,"7",{}]': { kind: "callResult", action: null, messageId: "7" },
      '[4,"8","InternalError","",{}]': { kind: "callError", messageId: "8", error: "InternalError" },
      rubbish: { kind: "fault", error: "not-json" },
    };
    for (const [raw, part] of Object.entries(expected))
      if (raw !== first?.raw) expect(recovered.get(raw)).toMatchObject({ ...part, marks: ["recovered"] });
    await journal.close();
    expect(place.files()).toEqual([]);
  });

  it("delivers in order what it wrote, also after a restart and beyond what memory holds", async () => {
    const home = new MoodyHome();
    home.fails = "away";
    const more = { ...everyFrame, window: 4, maxMemory: 1500, spoolSegment: 15_000, maxBatch: 30 };
    const first = await place.open(home, more);
    await recordTurns(first, 0, 200);
    await first.close();
    const second = await place.open(home, more);
    await recordTurns(second, 200, 400);
    await until(() => second.status().failing !== null);
    home.fails = null;
    await recordTurns(second, 400, 450);
    await second.flush();
    expect(home.raws).toEqual(raws(0, 450));
    expect(second.status()).toMatchObject({ pending: 0, stored: 450, spool: { records: 0 } });
    await second.close();
    expect(place.files()).toEqual([]);
  });

  it("doubles nothing that the store took from a process that was killed before it could note that", async () => {
    const home = new MoodyHome();
    const first = await place.open(home, { ...everyFrame, writer: "a/1" });
    await recordTurns(first, 0, 30);
    const copied = place.files().map((name) => ({ name, bytes: readFileSync(join(place.folder, name)) }));
    await first.flush();
    await first.close();
    // As it was before the store answered.
    for (const { name, bytes } of copied) writeFileSync(join(place.folder, name), bytes);
    const second = await place.open(home, { ...everyFrame, writer: "a/2" });
    await until(() => second.status().pending === 0);
    await second.close();
    expect(home.raws).toEqual(raws(0, 30));
  });
});
