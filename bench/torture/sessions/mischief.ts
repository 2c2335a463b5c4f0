import type { Parts } from "../in-home.ts";
import { mischiefs } from "../mischief.ts";
import type { Around, Mischief } from "../mischief.ts";
import { pause } from "../product.ts";

/** What happens while sessions are under way. */
export interface SessionMischief extends Pick<Mischief, "name" | "homes" | "disk"> {
  /** Does it and puts everything right again. */
  happen(around: Around & Pick<Parts, "csms">): Promise<void>;
}

const both = { homes: ["embedded", "mongodb"], disk: false } as const;

export const sessionMischiefs: readonly SessionMischief[] = [
  // On a full disk nobody promises to keep the state, so there the process is not killed.
  ...mischiefs.filter(({ name, disk }) => !disk || !name.includes("kill")),
  {
    ...both,
    name: "kill the process again while it starts",
    async happen({ product, random }) {
      await product.kill();
      const start = product.start().catch(() => undefined);
      await pause(random(100, 2500));
      await product.kill();
      await start;
      await product.start();
    },
  },
  {
    ...both,
    name: "end the process",
    async happen({ product }) {
      await product.stop();
      await product.start();
    },
  },
  {
    ...both,
    name: "cut the CSMS",
    async happen({ csms, random }) {
      csms.cut();
      await pause(random(500, 4000));
      csms.heal();
    },
  },
  {
    ...both,
    name: "cut the CSMS and kill the process",
    async happen({ csms, product, random }) {
      csms.cut();
      await pause(random(100, 4000));
      await product.kill();
      if (random(0, 1) === 0) csms.heal();
      await product.start();
      await pause(random(0, 1500));
      csms.heal();
    },
  },
  {
    ...both,
    name: "cut some connections and kill the process",
    async happen({ csms, product, random }) {
      csms.drop(() => random(0, 2) === 0);
      await pause(random(0, 100));
      await product.kill();
      await product.start();
    },
  },
];
