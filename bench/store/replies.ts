import { figureLine } from "../figure.ts";
import type { HomeKind, Surroundings } from "../torture/home.ts";
import { inHome } from "../torture/in-home.ts";
import { pause } from "../torture/product.ts";
import { beginStations } from "../torture/stations.ts";

interface Phase {
  name: string;
  begin(place: Surroundings): Promise<void> | void;
  end(place: Surroundings): Promise<void> | void;
}

const phases: Record<HomeKind, Phase[]> = {
  embedded: [
    { name: "well", begin: () => undefined, end: () => undefined },
    { name: "disk full", begin: (place) => place.fillDisk(), end: (place) => place.freeDisk() },
  ],
  mongodb: [
    { name: "well", begin: () => undefined, end: () => undefined },
    { name: "paused", begin: (place) => place.database?.pause(), end: (place) => place.database?.resume() },
    { name: "dead", begin: (place) => place.database?.kill(), end: (place) => place.database?.restart() },
  ],
};

/** How long stations take to answer a CALL of their CSMS while the home is well, and while it is not. */
export async function replyFigures(kind: HomeKind, stations: number, duration: number): Promise<string[]> {
  const figures: string[] = [];
  const home = { home: kind, durability: "window", standalone: false } as const;
  await inHome(home, { pause: kind === "embedded" ? 20 : 200 }, async ({ product, place, csms, url }) => {
    await beginStations(product, url, stations);
    await csms.connects(stations);
    await pause(3000);
    for (const phase of phases[kind]) {
      await phase.begin(place);
      const from = csms.log.length;
      await pause(duration * 1000);
      const taken = csms.log
        .slice(from)
        .filter(
          ({ direction, raw, certain }) => direction === "in" && raw.startsWith("[2,") && certain !== null,
        )
        .map(({ at, certain }) => (certain ?? at) - at)
        .sort((a, b) => a - b);
      await phase.end(place);
      await product.drained();
      const rank = (share: number): number => taken[Math.max(0, Math.ceil(share * taken.length) - 1)] ?? NaN;
      const shares = { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) };
      console.log(
        `${kind.padEnd(9)} replies, home ${phase.name.padEnd(10)} ${Object.entries(shares)
          .map(([name, ms]) => `${name} ${ms} ms`)
          .join(", ")} (${taken.length} replies)`,
      );
      for (const [name, ms] of Object.entries(shares))
        figures.push(figureLine(`store.reply.${kind}.${phase.name.replaceAll(" ", "_")}.${name}`, ms, "ms"));
    }
  });
  return figures;
}
