// What it costs to keep the state of 1,000 charging stations, and how long it takes to bring them back. A minute or two each.
// `node bench/state/run.ts --stations 100 --windows 2` measures shortly, for a first look.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { figureLine, median } from "../figure.ts";
import { LoggingCsms } from "../torture/csms.ts";
import { pause } from "../torture/product.ts";
import { Child } from "./child.ts";

const { values } = parseArgs({
  options: {
    stations: { type: "string", default: "1000" },
    windows: { type: "string", default: "6" },
  },
});
const stations = Number(values.stations);
/** Messages that wait at each station when the process is killed. */
const waiting = 50;

const folder = mkdtempSync(join(tmpdir(), "stationmaster-state-"));
const figures: string[] = [];
try {
  figures.push(figureLine("state.cost", await cost(Number(values.windows)), "%"));
  figures.push(figureLine("state.restore", await restore(), "ms"));
} finally {
  rmSync(folder, { recursive: true, force: true });
  console.log(`\n${figures.join("\n")}`);
}

/**
 * Percent of one core. Two processes do the same at the same time and one of them keeps the state, so that what else the
 * machine does meets both.
 */
async function cost(windows: number): Promise<number> {
  const csms = new LoggingCsms({ heartbeat: 300 });
  const url = await csms.start();
  const children = [
    await Child.start({ data: join(folder, "keeping"), keepState: true }),
    await Child.start({ data: join(folder, "not-keeping"), keepState: false }),
  ];
  try {
    await Promise.all(children.map((child, i) => child.fill(`${url}${i}/`, stations, 10)));
    await pause(10_000);
    const costs: number[] = [];
    for (let i = 0; i < windows; i++) {
      const [began, before] = [performance.now(), await cpuOf(children)];
      await pause(10_000);
      const [took, after] = [performance.now() - began, await cpuOf(children)];
      const [keeping = NaN, other = NaN] = after.map((cpu, at) => ((cpu - (before[at] ?? NaN)) / took) * 100);
      console.log(
        `state kept ${keeping.toFixed(2)} % of a core, not kept ${other.toFixed(2)} %, difference ${(keeping - other).toFixed(2)}`,
      );
      costs.push(keeping - other);
    }
    return median(costs);
  } finally {
    for (const child of children) await child.kill();
    await csms.close();
  }
}

/** ms that the product takes to start with all stations in a session and messages waiting at each; median of three. */
async function restore(): Promise<number> {
  const csms = new LoggingCsms({ heartbeat: 300 });
  const data = join(folder, "restored");
  let child = await Child.start({ data, keepState: true });
  console.log(`${child.started.toFixed(0)} ms to start without stations`);
  const times: number[] = [];
  try {
    await child.fill(await csms.start(), stations, 1);
    csms.cut();
    while ((await child.count()).waiting < waiting) await pause(1000);
    for (let i = 0; i < 3; i++) {
      await child.kill();
      child = await Child.start({ data, keepState: true });
      const count = await child.count();
      console.log(`${child.started.toFixed(0)} ms to start with all stations, then ${JSON.stringify(count)}`);
      if (count.plugged < stations || count.waiting < waiting)
        throw new Error("Not all stations came back with their cable and what waited.");
      times.push(child.started);
    }
  } finally {
    await child.kill();
    await csms.close();
  }
  return median(times);
}

async function cpuOf(children: readonly Child[]): Promise<number[]> {
  return Promise.all(children.map((child) => child.cpu()));
}
