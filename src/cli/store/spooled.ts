import { join } from "node:path";
import { waitingInSpool } from "../../journal/waiting-in-spool.ts";
import { lockFolder } from "../../store/data-folder.ts";
import { StoreOpenError } from "../../store/open-error.ts";
import type { Store } from "../../store/store.ts";
import { TransferError } from "../../store/copy/transfer-error.ts";
import { grouped } from "../../validate/describe.ts";

/** The spool of a data folder. */
export function spoolOf(folder: string): string {
  return join(folder, "spool");
}

/** Refuses to carry a store without the messages that wait in the spool of its folder: recorded, but not in it yet. */
export function spooledSource(records: number, folder: string): TransferError {
  return new TransferError(
    `${messages(records)} that were recorded wait in ${spoolOf(folder)} and are not in the store yet: they would stay behind. ` +
      `Start the server once (stationmaster serve --data ${folder}), which brings them into it, or go without them ` +
      "(--without-spool).",
  );
}

/**
 * Throws TransferError when messages lie in the spool of the folder that a target is used with: the next server there would
 * bring them into what was carried. `store`: the target.
 */
export async function refuseSpooledTarget(folder: string, store: Store): Promise<void> {
  const { records } = await waitingInSpool(spoolOf(folder), store);
  if (records === 0) return;
  throw new TransferError(
    `${messages(records)} of another store wait in ${spoolOf(folder)}: the next server with this data folder would bring them ` +
      "into the target. Start the server once on the store they belong to, or move that folder away, or name another " +
      "data folder. Nothing was carried.",
  );
}

/** The same of a data folder beside the target. One where a server is at work is that server's own: nothing is said of it. */
export async function refuseSpooledBeside(folder: string, store: Store): Promise<void> {
  const { records } = await waitingInSpool(spoolOf(folder), store);
  if (records === 0) return;
  let unlock: () => void;
  try {
    unlock = lockFolder(folder);
  } catch (error) {
    if (error instanceof StoreOpenError && error.reason === "in-use") return;
    throw error;
  }
  try {
    // Between the two a server may have ended, and left or delivered some.
    await refuseSpooledTarget(folder, store);
  } finally {
    unlock();
  }
}

/** So many, for people. */
export function messages(records: number): string {
  return `${grouped(records)} ${records === 1 ? "message" : "messages"}`;
}
