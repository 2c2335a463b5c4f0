import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LoggingCsms } from "./csms.ts";
import type { CsmsOptions } from "./csms.ts";
import { surroundings } from "./home.ts";
import type { HomeKind, Surroundings } from "./home.ts";
import { Product } from "./product.ts";

export interface HomeOptions {
  home: HomeKind;
  durability: "window" | "every-frame";
  /** MongoDB without replica set. */
  standalone: boolean;
}

export interface Parts {
  product: Product;
  place: Surroundings;
  csms: LoggingCsms;
  /** Where stations find it. */
  url: string;
  /** The product's output. */
  log: string;
}

/** What may be lost before a kill, ms. */
export const promisedWindow = { window: 50, "every-frame": 0 } as const;

/**
 * Works with a product that runs on a home of its own beside a CSMS; ends all of them. The folder stays for whoever looks
 * into it when that work throws.
 */
export async function inHome(
  { home, durability, standalone }: HomeOptions,
  options: CsmsOptions,
  work: (parts: Parts) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "stationmaster-torture-"));
  const place = await surroundings(home, folder, standalone);
  const csms = new LoggingCsms(options);
  const log = join(folder, "output.log");
  const flags = [...place.flags, "--recording-durability", durability];
  const product = new Product({ data: place.data, log, flags });
  try {
    mkdirSync(place.data, { recursive: true });
    await product.start();
    await work({ product, place, csms, url: await csms.start(), log });
    if (product.runs) await product.stop();
  } finally {
    if (product.runs) await product.kill();
    await csms.close();
    await place.close();
  }
  rmSync(folder, { recursive: true, force: true });
}
