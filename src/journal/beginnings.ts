import type { Store } from "../store/store.ts";
import { Ledgers } from "./ledger.ts";
import { openSpool } from "./open-spool.ts";
import type { SpoolSide } from "./open-spool.ts";
import { batchLimits } from "./options.ts";
import type { JournalOptions } from "./options.ts";

const gibibyte = 2 ** 30;

/** Among so many of the newest frames a CALL is looked for that was open at a kill. */
const lookBack = 2000;

/** What a journal goes on from. */
export interface Beginnings {
  ledgers: Ledgers;
  side: SpoolSide | null;
  /** The newest frame id in store and spool; absent where there is none. */
  lastId?: string;
}

/** Looks where store and spool end. Rejects when the spool cannot be read or written. */
export async function findBeginnings(options: {
  journal: JournalOptions & { store: Store };
  writer: string;
  report: (text: string) => void;
}): Promise<Beginnings> {
  const { journal, writer, report } = options;
  const { store, spoolFolder } = journal;
  const ledgers = new Ledgers();
  const newest = (await store.frames.query({}, { limit: lookBack })).items;
  let lastId = newest[0]?.id ?? "";
  await ledgers.load(store);
  let side: SpoolSide | null = null;
  if (spoolFolder !== undefined) {
    const opened = await openSpool({
      store,
      ledgers,
      writer,
      everyFrame: journal.durability === "every-frame",
      limits: batchLimits(journal),
      report,
      // What other processes left open they read themselves.
      newest: newest.filter((frame) => nameOf(frame.writer) === nameOf(writer)),
      folder: spoolFolder,
      limit: journal.spoolLimit ?? gibibyte,
      segment: journal.spoolSegment ?? 16 * 2 ** 20,
    });
    side = opened.side;
    if (opened.newest > lastId) lastId = opened.newest;
  }
  return { ledgers, side, ...(lastId === "" ? {} : { lastId }) };
}

/** What all processes of one installation have in common (`<name>/<start>`). */
function nameOf(writer: string): string {
  return writer.slice(0, writer.lastIndexOf("/"));
}
