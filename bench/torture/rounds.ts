import { Random } from "../../scripts/fuzz/random.ts";
import { compareRows } from "./compare-rows.ts";
import type { RowComparison, StoredRows } from "./compare-rows.ts";
import { compare } from "./compare.ts";
import type { Comparison, StoredFrame } from "./compare.ts";
import { inHome, promisedWindow } from "./in-home.ts";
import type { HomeOptions } from "./in-home.ts";
import { mischiefs } from "./mischief.ts";
import { pause } from "./product.ts";
import type { Product } from "./product.ts";
import { beginStations, charge } from "./stations.ts";

export interface TortureOptions extends HomeOptions {
  rounds: number;
  seed: number;
  stations: number;
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
export const roundsPerHome = 20;
/** ms between an answer to the CSMS and its next question, so that a home can keep up on two cores. */
const askPause = { embedded: 10, mongodb: 100 } as const;

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
    await inHome(options, { pause: askPause[options.home] }, async ({ product, place, csms, url, log }) => {
      await beginStations(product, url, options.stations);
      const stored: StoredFrame[] = [];
      for (let i = 0; i < roundsPerHome && total.rounds < options.rounds; i++) {
        await csms.connects(options.stations);
        await pause(whole(100, 900));
        const mischief = random.pick(
          mischiefs.filter(({ homes, disk }) => homes.includes(options.home) && (place.ownDisk || !disk)),
        );
        const { length } = product.ends;
        await mischief.happen({ product, place, random: whole });
        await csms.connects(options.stations);
        if (product.ends.length > length) await charge(product, options.stations);
        // Those that charge send meter values each second.
        await pause(whole(0, 200) + (random.below(2) === 0 ? 1500 : 0));
        await csms.quiet();
        const until = Date.now();
        await product.drained();
        stored.push(...(await product.frames(stored.at(-1)?.id ?? null)));
        const found = compare({
          log: csms.log,
          stored,
          kills: product.ends,
          window: promisedWindow[options.durability],
          until,
        });
        total.rounds += 1;
        total.mischiefs.set(mischief.name, (total.mischiefs.get(mischief.name) ?? 0) + 1);
        options.tell(
          `round ${total.rounds} (${mischief.name}): ${found.found} frames, ${defects(found)} defects, ` +
            `${found.inWindow} within the window, ${found.heldUp} while held up, ${found.diskFull} with a full disk`,
        );
        const last = i === roundsPerHome - 1 || total.rounds === options.rounds;
        if (last || defects(found) > 0) {
          add(total, found);
          total.kills += product.ends.length;
          if (defects(found) === 0) addRows(total.rows, compareRows(stored, await rowsOf(product)));
          if (defects(found) + rowDefects(total.rows).length > 0) throw new TortureError(total, log);
        }
        csms.resume();
      }
    });
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

async function rowsOf(product: Product): Promise<StoredRows> {
  return { samples: await product.exported("samples"), transactions: await product.exported("transactions") };
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
