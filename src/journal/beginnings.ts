import { pairRecovered } from "./pair-recovered.ts";
import type { Batch, Store } from "../store/store.ts";
import type { FrameRecord } from "../frames/frame.ts";
import { Ledgers } from "./ledger.ts";
import { batchLimits } from "./options.ts";
import type { JournalOptions } from "./options.ts";
import type { Loose } from "./spool/assemble.ts";
import { SpoolFeed } from "./spool/feed.ts";
import type { Recovered } from "./spool/recover.ts";
import { Spool } from "./spool/spool.ts";

const gibibyte = 2 ** 30;

/** Among so many of the newest frames a CALL is looked for that was open at a kill. */
const lookBack = 2000;

/** The spool, what is read back out of it, and what earlier processes left there. */
export interface SpoolSide {
  spool: Spool;
  feed: SpoolFeed;
  /** Number of a writer's last batch that was in the store at the start. */
  reached: ReadonlyMap<string, number>;
  /** Last segment of earlier processes. */
  oldUntil: number;
  /** Frames of earlier processes that are not in the store. */
  oldFrames: number;
  /** Records are written one by one, before `record` returns. */
  everyFrame: boolean;
}

interface Asked {
  journal: JournalOptions & { store: Store };
  writer: string;
  report: (text: string) => void;
}

/** What a journal goes on from. */
export interface Beginnings {
  ledgers: Ledgers;
  side: SpoolSide | null;
  /** The newest frame id in store and spool; absent where there is none. */
  lastId?: string;
}

/** Looks where store and spool end. Rejects when the spool cannot be read or written. */
export async function findBeginnings(asked: Asked): Promise<Beginnings> {
  const { store, spoolFolder } = asked.journal;
  const ledgers = new Ledgers();
  const frames = (await store.frames.query({}, { limit: lookBack })).items;
  await ledgers.load(store);
  const opened = spoolFolder === undefined ? null : await openSpool(asked, spoolFolder, ledgers, frames);
  const [inStore, inSpool] = [frames[0]?.id ?? "", opened?.newest ?? ""];
  const lastId = inSpool > inStore ? inSpool : inStore;
  return { ledgers, side: opened?.side ?? null, ...(lastId === "" ? {} : { lastId }) };
}

/**
 * Opens the spool and makes what earlier processes left in it ready to be delivered. `known`: the newest frames in the store.
 * `newest`: the newest frame id in it, empty for none.
 */
async function openSpool(
  { journal, writer, report }: Asked,
  folder: string,
  ledgers: Ledgers,
  known: readonly FrameRecord[],
): Promise<{ side: SpoolSide; newest: string }> {
  const { store } = journal;
  const limits = batchLimits(journal);
  const everyFrame = journal.durability === "every-frame";
  const { spool, recovered } = await Spool.open({
    folder,
    writer,
    report,
    limit: journal.spoolLimit ?? gibibyte,
    segment: journal.spoolSegment ?? 16 * 2 ** 20,
    sync: everyFrame,
  });
  const reached = await reachedOf(store, recovered);
  const missing = ({ writer: w, number }: { writer: string; number: number }): boolean =>
    number > (reached.get(w) ?? 0);

  ledgers.adopt([...recovered.transactions.values()].filter(missing).map(({ row }) => row));
  // What other processes left open they read themselves.
  const own = known.filter((frame) => nameOf(frame.writer) === nameOf(writer));
  recovered.lastWords.see(own, null);
  const open = recovered.lastWords.open((w) => reached.get(w) ?? 0);
  ledgers.resume(open);
  for (const [w, number] of reached) spool.delivered(w, { number });
  let oldFrames = 0;
  for (const [w, portions] of recovered.portions)
    for (const { number, frames } of portions) if (missing({ writer: w, number })) oldFrames += frames;

  for (const loose of recovered.loose) {
    const { writer: w, frames, portion: torn } = loose;
    const newest = frames.at(-1)?.id ?? "";
    const left = pairRecovered(await notInStore(store, loose, reached.get(w) ?? 0), open);
    const before = Math.max(recovered.portions.get(w)?.at(-1)?.number ?? 0, reached.get(w) ?? 0);
    // One that may have been handed over goes again as it was.
    const most = torn === null ? limits.maxBatch : Math.max(1, left.length);
    for (let i = 0; i < left.length; i += most) {
      const part = left.slice(i, i + most);
      const number = torn ?? before + 1 + i / most;
      const portion: Batch = { writer: w, number, frames: part, ...ledgers.observe(part) };
      await spool.write(portion);
    }
    if (left.length === 0) spool.delivered(w, { id: newest });
    oldFrames += left.length;
  }
  const oldUntil = spool.beginOwn();
  if (oldFrames > 0)
    report(`${oldFrames} records of earlier runs are in the spool and go into the store now.`);
  const feed = new SpoolFeed(
    spool,
    limits,
    writer,
    recovered.batches.filter(({ w, last }) => missing({ writer: w, number: last })),
  );
  return { side: { spool, feed, reached, oldUntil, oldFrames, everyFrame }, newest: recovered.newest };
}

/** How far the store has the batches of the writers in the spool. */
export async function reachedOf(store: Store, { segments, loose }: Recovered): Promise<Map<string, number>> {
  const reached = new Map<string, number>();
  // A file may hold nothing but a note that portions were handed over.
  const written = segments.flatMap(({ last }) => [...last.keys()]);
  const wanted = new Set([...written, ...loose.map(({ writer }) => writer)]);
  if (wanted.size === 0) return reached;
  for (const { writer, batch } of await store.writers([...wanted])) reached.set(writer, batch);
  return reached;
}

/** Those that the store has not. `reached`: number of the writer's last batch that it has. */
export async function notInStore(
  store: Store,
  { frames, portion }: Loose,
  reached: number,
): Promise<FrameRecord[]> {
  if (portion !== null) return portion > reached ? frames : [];
  // Frames reach it in order, so the first that is not there is followed by none that is.
  let first = 0;
  for (const frame of frames) {
    if ((await store.frames.get(frame.id)) === null) break;
    first += 1;
  }
  return frames.slice(first);
}

/** What all processes of one installation have in common (`<name>/<start>`). */
function nameOf(writer: string): string {
  return writer.slice(0, writer.lastIndexOf("/"));
}
