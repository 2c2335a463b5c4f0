import { newFrameId } from "../../frames/frame-id.ts";
import { storeFacts } from "../facts.ts";
import { StoreOpenError } from "../open-error.ts";
import { openStore } from "../open.ts";
import type { HomeChoice } from "../open.ts";
import type { Store } from "../store.ts";
import { TransferError } from "./transfer-error.ts";

/** Of each of what may expire. */
interface Expiring<Value> {
  frames: Value;
  samples: Value;
  events: Value;
}

/** Epoch ms; null where there is none. */
export type Oldest = Expiring<number | null>;

/** How long a MongoDB keeps what is about to be carried there. Days; 0 is for ever. */
export interface Keeping {
  /** While and after it is carried. */
  days: Expiring<number>;
  /** Of these, what this command was told to set. */
  told: Partial<Expiring<number>>;
  /** What the settings in force say, which a server with the same ones would set. */
  settings: Expiring<number>;
  /** There is no store yet. */
  fresh: boolean;
}

const day = 86_400_000;
const names = ["frames", "samples", "events"] as const;
const settingOf = { frames: "expireFrames", samples: "expireSamples", events: "expireEvents" } as const;
const collectionOf = { frames: "frames", samples: "meter_samples", events: "transaction_events" } as const;

/**
 * Asks a target how long it keeps what is carried there, and changes nothing. `told`: what it shall be set to. Null for a
 * home that keeps everything. Throws StoreOpenError when it cannot be asked.
 */
export async function keepingOf(
  target: HomeChoice,
  told: Partial<Expiring<number>> = {},
): Promise<Keeping | null> {
  if (target.kind !== "mongodb") return null;
  const fresh = !(await isThere(target));
  const seconds: Record<string, number> = fresh ? {} : (await storeFacts(target)).expire;
  const daysOf = (name: keyof Oldest): number => told[name] ?? (seconds[collectionOf[name]] ?? 0) / 86_400;
  const days = { frames: daysOf("frames"), samples: daysOf("samples"), events: daysOf("events") };
  return { days, told, settings: target.expire, fresh };
}

async function isThere(target: HomeChoice): Promise<boolean> {
  const identity = { writer: `look/${newFrameId()}`, name: "look", folder: "" };
  try {
    await (await openStore(target, identity, { command: true, look: true, unfinished: true })).close();
    return true;
  } catch (error) {
    if (!(error instanceof StoreOpenError)) throw error;
    if (error.reason === "missing") return false;
    if (error.reason === "older-version") return true;
    throw error;
  }
}

/**
 * Throws TransferError when the target would remove at once what is about to be carried there. One that is not there yet keeps
 * it for ever, but only until a server with the settings in force starts: so these count.
 */
export function refuseExpiring(keeping: Keeping | null, oldest: Oldest, now: number): void {
  if (keeping === null) return;
  for (const name of names) {
    const at = oldest[name];
    const days = keeping.fresh ? (keeping.told[name] ?? keeping.settings[name]) : keeping.days[name];
    if (at === null || days === 0 || now - at < days * day) continue;
    const keeps = keeping.fresh
      ? `a server with these settings (mongodb.${settingOf[name]}) keeps them for ${shown(days)} days`
      : `the target keeps them for ${shown(days)} days`;
    throw new TransferError(
      `The oldest of the ${name} is of ${new Date(at).toISOString()}, and ${keeps}: it would be lost. Let the target keep ` +
        `them longer, or for ever (--mongodb-expire-${name} 0): this command sets that.`,
    );
  }
}

/** What has to be in the configuration of a server so that it leaves what was carried; null when nothing is to be said. */
export function keepingAdvice(keeping: Keeping | null, oldest: Oldest): string | null {
  if (keeping === null) return null;
  const { days, told, settings } = keeping;
  const other = names.filter(
    (name) => oldest[name] !== null && (told[name] !== undefined || days[name] !== settings[name]),
  );
  if (other.length === 0) return null;
  const keeps = other.map((name) => `${name} ${days[name] === 0 ? "for ever" : `${shown(days[name])} days`}`);
  const same = other.map((name) => `mongodb.${settingOf[name]} ${shown(days[name])}`);
  return (
    `The target keeps ${keeps.join(", ")}. The configuration of every server on it must say the same (${same.join(", ")}): ` +
    "a server sets what its own says when it starts, and MongoDB then removes what is older."
  );
}

function shown(days: number): string {
  return String(Math.round(days * 100) / 100);
}

/** The oldest of what may expire. */
export async function oldestOf(store: Store): Promise<Oldest> {
  const page = { limit: 1, order: "oldest" } as const;
  const [frames, samples, events] = await Promise.all([
    store.frames.query({}, page),
    store.samples.query({}, page),
    store.events.query({}, page),
  ]);
  const at = (rows: { items: { at: number }[] }): number | null => rows.items[0]?.at ?? null;
  return { frames: at(frames), samples: at(samples), events: at(events) };
}
