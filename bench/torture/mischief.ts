import type { HomeKind } from "./home.ts";
import type { Parts } from "./in-home.ts";
import { pause } from "./product.ts";

/** What happens in one round. */
export interface Mischief {
  name: string;
  homes: readonly HomeKind[];
  /** Whether it fills the product's disk, which then has to be one of its own. */
  disk: boolean;
  /** Does it and puts everything right again. */
  happen(around: Around): Promise<void>;
}

export interface Around extends Pick<Parts, "product" | "place"> {
  /** A whole number of ms from `least` to `most`. */
  random: (least: number, most: number) => number;
}

const both: readonly HomeKind[] = ["embedded", "mongodb"];
const mongo: readonly HomeKind[] = ["mongodb"];

export const mischiefs: readonly Mischief[] = [
  {
    name: "kill the process",
    homes: both,
    disk: false,
    async happen({ product }) {
      await product.kill();
      await product.start();
    },
  },
  {
    name: "fill the disk",
    homes: both,
    disk: true,
    async happen({ place, random }) {
      place.fillDisk();
      await pause(random(300, 1500));
      place.freeDisk();
    },
  },
  {
    name: "fill the disk and kill the process",
    homes: both,
    disk: true,
    happen: fillAndKill,
  },
  {
    name: "cut the connection, fill the disk and kill the process",
    homes: mongo,
    disk: true,
    async happen(parts) {
      parts.place.proxy?.cut();
      try {
        await fillAndKill(parts);
      } finally {
        parts.place.proxy?.heal();
      }
    },
  },
  {
    name: "kill the database",
    homes: mongo,
    disk: false,
    async happen({ place, random }) {
      await place.database?.kill("SIGKILL");
      await pause(random(0, 1500));
      await place.database?.restart();
    },
  },
  {
    name: "kill the process and the database",
    homes: mongo,
    disk: false,
    async happen({ product, place, random }) {
      const killed = random(0, 1) === 0;
      if (killed) await place.database?.kill("SIGKILL");
      await pause(random(0, 800));
      await product.kill();
      if (!killed) await place.database?.kill("SIGKILL");
      await place.database?.restart();
      await product.start();
    },
  },
  {
    name: "cut the connection",
    homes: mongo,
    disk: false,
    async happen({ place, random }) {
      place.proxy?.cut();
      await pause(random(0, 2000));
      place.proxy?.heal();
    },
  },
  {
    name: "cut the connection and kill the process",
    homes: mongo,
    disk: false,
    async happen({ product, place, random }) {
      place.proxy?.cut();
      await pause(random(0, 1500));
      await product.kill();
      place.proxy?.heal();
      await product.start();
    },
  },
  {
    name: "cut the connection and fill the disk",
    homes: mongo,
    disk: true,
    async happen({ place, random }) {
      place.proxy?.cut();
      await pause(random(0, 500));
      place.fillDisk();
      await pause(random(300, 1000));
      if (random(0, 1) === 0) place.proxy?.heal();
      place.freeDisk();
      place.proxy?.heal();
    },
  },
  {
    name: "pause the database",
    homes: mongo,
    disk: false,
    async happen({ place, random }) {
      place.database?.pause();
      await pause(random(50, 2500));
      place.database?.resume();
    },
  },
  {
    name: "pause the database and kill the process",
    homes: mongo,
    disk: false,
    async happen({ product, place, random }) {
      place.database?.pause();
      await pause(random(50, 1200));
      await product.kill();
      place.database?.resume();
      await product.start();
    },
  },
];

/** Frames that are in memory alone then are lost; how many those may be the process says itself just before. */
async function fillAndKill({ product, place, random }: Around): Promise<void> {
  const since = Date.now();
  place.fillDisk();
  await pause(random(100, 1000));
  // Those recorded later may be lost as well.
  const asked = Date.now();
  const unsafe = await product.unsafe();
  await product.kill({ since, asked, unsafe });
  place.freeDisk();
  place.proxy?.heal();
  await product.start();
}
