import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Random } from "../../scripts/fuzz/random.ts";
import { compareRows } from "./compare-rows.ts";
import type { RowComparison, StoredRows } from "./compare-rows.ts";
import { compare } from "./compare.ts";
import type { Comparison, Kill, StoredFrame } from "./compare.ts";
import { LoggingCsms } from "./csms.ts";
import { surroundings } from "./home.ts";
import type { HomeKind } from "./home.ts";
import { mischiefs } from "./mischief.ts";
import { pause, Product } from "./product.ts";
import { beginStations, charge } from "./stations.ts";

export interface TortureOptions {
  home: HomeKind;
  rounds: number;
  seed: number;
  durability: "window" | "every-frame";
  stations: number;
  /** MongoDB without replica set. */
  standalone: boolean;
  /** Told what happens. */
  tell: (line: string) => void;
}

export interface TortureResult extends Comparison {
  rounds: number;
  /** Rounds by what happened in them. */
  mischiefs: Map<string, number>;
  kills: number;
  rows: RowComparison;
}

/** Rounds with one home before it is thrown away, so that disks stay small. */
const roundsPerHome = 20;
/** ms between an answer to the CSMS and its next question, so that a home can keep up on two cores. */
const askPause = { embedded: 10, mongodb: 100 } as const;
const promisedWindow = 50;

/** Plays rounds of load and mischief, and compares the store with the CSMS's own log after each home's rounds. */
export async function torture(options: TortureOptions): Promise<TortureResult> {
  const random = new Random(options.seed, 0);
  const whole = (least: number, most: number): number => least + random.below(most - least + 1);
  const total: TortureResult = {
    ...compare({ log: [], stored: [], kills: [], window: 0, until: 0 }),
    rounds: 0,
    mischiefs: new Map(),
    kills: 0,
    rows: compareRows([], { samples: [], transactions: [] }),
  };
  while (total.rounds < options.rounds) {
    const folder = mkdtempSync(join(tmpdir(), "stationmaster-torture-"));
    const place = await surroundings(options.home, folder, options.standalone);
    const csms = new LoggingCsms(askPause[options.home]);
    const product = new Product({
      data: place.data,
      log: join(folder, "output.log"),
      flags: [...place.flags, "--recording-durability", options.durability],
    });
    try {
      mkdirSync(place.data, { recursive: true });
      await product.start();
      await beginStations(product, await csms.start(), options.stations);
      const kills: Kill[] = [];
      const stored: StoredFrame[] = [];
      for (let i = 0; i < roundsPerHome && total.rounds < options.rounds; i++) {
        await connected(csms, options.stations);
        await pause(whole(100, 900));
        const mischief = random.pick(
          mischiefs.filter(({ homes, disk }) => homes.includes(options.home) && (place.ownDisk || !disk)),
        );
        const killed = await mischief.happen({ product, place, random: whole });
        if (killed !== null) kills.push(killed);
        await connected(csms, options.stations);
        if (killed !== null) await charge(product, options.stations);
        // Those that charge send meter values each second.
        await pause(whole(0, 200) + (random.below(2) === 0 ? 1500 : 0));
        await csms.quiet();
        const until = Date.now();
        await product.drained();
        stored.push(...(await product.frames(stored.at(-1)?.id ?? null)));
        const found = compare({
          log: csms.log,
          stored,
          kills,
          window: options.durability === "every-frame" ? 0 : promisedWindow,
          until,
        });
        total.rounds += 1;
        total.mischiefs.set(mischief.name, (total.mischiefs.get(mischief.name) ?? 0) + 1);
        options.tell(
          `round ${total.rounds} (${mischief.name}): ${found.found} frames, ${defects(found)} defects, ` +
            `${found.inWindow} within the window, ${found.heldUp} while held up, ${found.diskFull} with a full disk`,
        );
        if (defects(found) > 0) {
          add(total, found);
          total.kills += kills.length;
          throw new TortureError(total, join(folder, "output.log"));
        }
        if (i === roundsPerHome - 1 || total.rounds === options.rounds) {
          add(total, found);
          total.kills += kills.length;
          addRows(total.rows, compareRows(stored, await rowsOf(product)));
          if (rowDefects(total.rows).length > 0) throw new TortureError(total, join(folder, "output.log"));
        }
        csms.resume();
      }
      await product.stop();
    } finally {
      if (product.runs) await product.kill();
      await csms.close();
      await place.close();
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return total;
}

/** A round went wrong; its folder stays for whoever looks into it. */
export class TortureError extends Error {
  readonly result: TortureResult;

  constructor(result: TortureResult, log: string) {
    const examples = [
      ...result.lost.slice(0, 3).map((key) => `lost: ${key}`),
      ...result.doubled.slice(0, 3).map((key) => `doubled: ${key}`),
      ...result.disordered.slice(0, 3).map((key) => `out of order: ${key}`),
      ...result.invented.slice(0, 3).map((key) => `never on the wire: ${key}`),
      ...rowDefects(result.rows).slice(0, 6),
    ];
    super(`Round ${result.rounds} broke the promise. ${examples.join("\n")}\nThe product's output: ${log}`);
    this.result = result;
  }
}

export function defects(found: Comparison): number {
  return found.lost.length + found.doubled.length + found.disordered.length + found.invented.length;
}

async function connected(csms: LoggingCsms, stations: number): Promise<void> {
  const end = Date.now() + 120_000;
  while (csms.connected < stations) {
    if (Date.now() > end) throw new Error(`Only ${csms.connected} of ${stations} stations are connected.`);
    await pause(10);
  }
}

async function rowsOf(product: Product): Promise<StoredRows> {
  const read = async <Row>(what: string): Promise<Row[]> => {
    const text = await product.ask("GET", `/api/export/${what}?format=ndjson`);
    return text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Row);
  };
  return { samples: await read("samples"), transactions: await read("transactions") };
}

/** What is wrong with transactions and samples. */
export function rowDefects(rows: RowComparison): string[] {
  return [
    ...rows.lostSamples.map((key) => `lost sample: ${key}`),
    ...rows.doubledSamples.map((key) => `doubled sample: ${key}`),
    ...rows.lostTransactions.map((key) => `lost of a transaction: ${key}`),
    ...rows.doubledTransactions.map((key) => `doubled transaction: ${key}`),
  ];
}

function addRows(total: RowComparison, found: RowComparison): void {
  total.samples += found.samples;
  total.transactions += found.transactions;
  total.lostSamples.push(...found.lostSamples);
  total.doubledSamples.push(...found.doubledSamples);
  total.lostTransactions.push(...found.lostTransactions);
  total.doubledTransactions.push(...found.doubledTransactions);
}

function add(total: TortureResult, found: Comparison): void {
  total.found += found.found;
  total.inWindow += found.inWindow;
  total.oldestInWindow = Math.max(total.oldestInWindow, found.oldestInWindow);
  total.heldUp += found.heldUp;
  total.oldestHeldUp = Math.max(total.oldestHeldUp, found.oldestHeldUp);
  total.diskFull += found.diskFull;
  total.unproven += found.unproven;
  total.unsent += found.unsent;
  total.lost.push(...found.lost);
  total.doubled.push(...found.doubled);
  total.disordered.push(...found.disordered);
  total.invented.push(...found.invented);
}
