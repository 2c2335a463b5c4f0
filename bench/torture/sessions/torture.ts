import { Random } from "../../../scripts/fuzz/random.ts";
import { inHome, promisedWindow } from "../in-home.ts";
import type { HomeOptions } from "../in-home.ts";
import { pause } from "../product.ts";
import { roundsPerHome } from "../rounds.ts";
import { beginStations } from "./begin-stations.ts";
import { faultKinds, findFaults } from "./find-faults.ts";
import type { SessionComparison } from "./find-faults.ts";
import type { StoredTransaction } from "./find-row-faults.ts";
import { sessionMischiefs } from "./mischief.ts";
import { Player } from "./player.ts";

export interface SessionOptions extends HomeOptions {
  rounds: number;
  seed: number;
  stations: number;
  /** Told what happens. */
  tell: (line: string) => void;
}

export interface SessionResult extends SessionComparison {
  rounds: number;
  /** Rounds by what happened in them. */
  mischiefs: Map<string, number>;
  kills: number;
  lateCables: number;
}

/** Sessions went wrong; the folder stays for whoever looks into it. */
export class SessionError extends Error {
  readonly result: SessionResult;

  constructor(result: SessionResult, log: string) {
    const examples = faultKinds.flatMap((kind) =>
      result.faults
        .filter((fault) => fault.kind === kind)
        .slice(0, 3)
        .map(({ text }) => `${kind}: ${text}`),
    );
    super(`Sessions broke the promise.\n${examples.join("\n")}\nThe product's output: ${log}`);
    this.result = result;
  }
}

/** Longest that the CSMS takes to answer, ms: often enough it is cut or the product killed meanwhile. */
const longestDelay = 300;

/** Plays charging sessions and mischief; after each home's rounds ends the sessions and compares the product with the CSMS's log. */
export async function tortureSessions(options: SessionOptions): Promise<SessionResult> {
  const random = new Random(options.seed, 0);
  const whole = (least: number, most: number): number => least + random.below(most - least + 1);
  const total: SessionResult = {
    ...findFaults({ log: [], rows: [], stations: new Map(), ends: [], window: 0 }),
    ...{ rounds: 0, mischiefs: new Map<string, number>(), kills: 0, lateCables: 0 },
  };
  while (total.rounds < options.rounds) {
    const delays = new Random(options.seed, 1);
    await inHome(options, { delay: () => delays.below(longestDelay) }, async (parts) => {
      const { product, place, csms, url, log } = parts;
      const stations = await beginStations(product, url, options.stations);
      const player = new Player({ product, csms, random: new Random(options.seed, total.rounds + 2) });
      const over = new AbortController();
      const played = player.play(over.signal);
      const first = total.rounds;
      const work = async (): Promise<void> => {
        while (total.rounds < Math.min(options.rounds, first + roundsPerHome)) {
          await csms.connects(options.stations);
          await pause(whole(1000, 6000));
          const possible = sessionMischiefs.filter(
            ({ homes, disk }) => homes.includes(options.home) && (place.ownDisk || !disk),
          );
          // Mostly those that this is about.
          const killing = possible.filter(({ name }) => name.includes("kill the process"));
          const mischief = random.pick(random.chance(60) ? killing : possible);
          await mischief.happen({ ...parts, random: whole });
          total.rounds += 1;
          total.mischiefs.set(mischief.name, (total.mischiefs.get(mischief.name) ?? 0) + 1);
          options.tell(`round ${total.rounds} (${mischief.name}), ${player.faults.length} cables moved`);
        }
        await csms.connects(options.stations);
        await player.finish();
      };
      await Promise.race([work(), played]);
      over.abort();
      await played;
      await product.drained();
      const rows = await product.exported<StoredTransaction>("transactions");
      await product.stop();
      const window = promisedWindow[options.durability];
      const found = findFaults({ log: csms.log, rows, stations, ends: product.ends, window });
      add(total, found);
      total.faults.push(...player.faults);
      total.lateCables += player.lateCables;
      total.kills += product.ends.filter(({ killed }) => killed).length;
      options.tell(`${found.sessions} sessions, ${found.messages} messages, ${total.faults.length} faults`);
      if (total.faults.length > 0) throw new SessionError(total, log);
    });
  }
  return total;
}

function add(total: SessionResult, found: SessionComparison): void {
  total.sessions += found.sessions;
  total.messages += found.messages;
  total.repeated += found.repeated;
  total.cut += found.cut;
  total.resumed += found.resumed;
  total.oldestKept = Math.max(total.oldestKept, found.oldestKept);
  total.rowsInWindow += found.rowsInWindow;
  total.faults.push(...found.faults);
}
