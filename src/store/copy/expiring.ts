import type { HomeChoice } from "../open.ts";
import type { Store } from "../store.ts";
import { TransferError } from "./transfer-error.ts";

export interface Oldest {
  /** Epoch ms; null where there is none. */
  frames: number | null;
  samples: number | null;
  events: number | null;
}

const day = 86_400_000;
const settings = { frames: "expireFrames", samples: "expireSamples", events: "expireEvents" } as const;

/** Throws TransferError when the target would remove at once what is about to be carried there. */
export function refuseExpiring(target: HomeChoice, oldest: Oldest, now: number): void {
  if (target.kind !== "mongodb") return;
  for (const section of ["frames", "samples", "events"] as const) {
    const at = oldest[section];
    const days = target.expire[section];
    if (at === null || days === 0 || now - at < days * day) continue;
    const setting = settings[section];
    throw new TransferError(
      `The oldest of the ${section} is of ${new Date(at).toISOString()}, and the target keeps them for ${days} days: it would ` +
        `lose it. Set mongodb.${setting} higher, or to 0 for ever (--mongodb-expire-${section} 0).`,
    );
  }
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
