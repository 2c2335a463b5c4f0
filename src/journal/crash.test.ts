import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { batchOf, transactionRow } from "../store/contract/samples.ts";
import { Journal } from "./journal.ts";
import type { Durability } from "./options.ts";
import { MoodyHome, numbered, turn } from "./testing/moody-home.ts";

let folder = "";
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One thing that happens; a crash is a copy of the folder as it is, with which the next process goes on. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("record" as const), count: fc.integer({ min: 1, max: 25 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("turns" as const), count: fc.integer({ min: 1, max: 40 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("fails", "forgets", "well", "hangs") }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("crash", "close") }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("end" as const), station: fc.nat({ max: 4 }) }) },
);

/** The home as one process sees it: after its crash nothing of it arrives any more. */
function connectionTo(home: MoodyHome): { store: ReturnType<MoodyHome["asStore"]>; cut: () => void } {
  const store = home.asStore();
  let dead = false;
  return {
    store: {
      ...store,
      append: (batch) => (dead ? Promise.reject(new Error("crashed")) : store.append(batch)),
    },
    cut: () => {
      dead = true;
    },
  };
}

/** Oldest first; a segment may be removed meanwhile, which is no different from a crash a moment later. */
function copySpool(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from).toSorted()) {
    try {
      writeFileSync(join(to, name), readFileSync(join(from, name)));
    } catch (error) {
      if (existsSync(join(from, name))) throw error;
    }
  }
}

/** A MeterValues CALL whose sample has the frame's number as its value. */
function metered(number: number): string {
  const sampledValue = [{ value: String(number) }];
  const payload = { connectorId: 1, meterValue: [{ timestamp: "2026-01-01T10:00:00Z", sampledValue }] };
  return JSON.stringify([2, String(number), "MeterValues", payload]);
}

it.each(["window", "every-frame"] as const)(
  "loses nothing that was safe and doubles nothing, whatever crashes when (%s)",
  async (durability: Durability) => {
    folder = mkdtempSync(join(tmpdir(), "stationmaster-crash-"));
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const home = new MoodyHome();
        const transactions = [0, 1, 2, 3, 4].map((i) =>
          transactionRow({ key: `T-${i}#1`, station: `T-${i}` }),
        );
        await home.append(batchOf({ transactions }));
        const ended = new Set<string>();
        run += 1;
        let place = join(folder, `${run}-0`);
        mkdirSync(place);
        let starts = 0;
        const start = async () => {
          const connection = connectionTo(home);
          const journal = await Journal.open({
            store: connection.store,
            now: Date.now,
            writer: `w/${run}/${starts}`,
            spoolFolder: place,
            spoolSegment: 6000,
            maxMemory: 1500,
            maxBatch: 12,
            window: 2,
            linger: 0,
            durability,
            retry: { first: 1, longest: 2 },
            closeTimeout: 2,
            report: () => undefined,
          });
          return { journal, cut: connection.cut };
        };
        let { journal, cut } = await start();
        const mood = (name: string): void => {
          home.release();
          home.fails = name === "fails" ? "away" : null;
          home.forgets = name === "forgets";
          if (name === "hangs") home.hang();
        };
        const must = new Set<number>();
        let made: number[] = [];
        let number = 0;
        for (const what of [...steps, { do: "well" as const }]) {
          if (what.do === "record") {
            for (let i = 0; i < what.count; i++) {
              const frame = journal.record({ ...numbered(0), station: `CS-${number}`, raw: metered(number) });
              frame.action = "MeterValues";
              frame.messageId = String(number);
              made.push(number);
              number += 1;
            }
          } else if (what.do === "end") {
            const station = `T-${what.station}`;
            void journal
              .endTransactions(station, { at: 2000, reason: "station-lost" })
              .then(() => ended.add(`${station}#1`));
          } else if (what.do === "turns") for (let i = 0; i < what.count; i++) await turn();
          else if (what.do === "crash" || what.do === "close") {
            starts += 1;
            if (what.do === "close") await journal.close();
            const { unsafe } = journal.status();
            const next = join(folder, `${run}-${starts}`);
            cut();
            home.release();
            copySpool(place, next);
            // Of the unsafe records some may be endings.
            const sure = what.do === "close" ? made.length : Math.max(0, made.length - unsafe);
            for (const safe of made.slice(0, sure)) must.add(safe);
            made = [];
            if (what.do === "crash") await journal.close().catch(() => undefined);
            place = next;
            ({ journal, cut } = await start());
          } else mood(what.do);
        }
        for (const left of made) must.add(left);
        while (journal.status().pending > 0) await turn();
        await journal.close();
        const numbers = home.frames.map(({ messageId, raw }) => Number(messageId ?? JSON.parse(raw)[1]));
        expect(numbers.toSorted((a, b) => a - b)).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
        expect([...must].filter((wanted) => !numbers.includes(wanted))).toEqual([]);
        const ids = home.frames.map(({ id }) => id);
        expect(ids.toSorted()).toEqual(ids);
        const samples = home.samples.map(({ value }) => value);
        expect(samples).toHaveLength(new Set(samples).size);
        const open = home.transactions.filter(({ endedAt }) => endedAt === null);
        expect(open.filter(({ key }) => ended.has(key))).toEqual([]);
        expect(home.transactions).toHaveLength(transactions.length);
      }),
      { numRuns: 100 },
    );
  },
  240_000,
);
