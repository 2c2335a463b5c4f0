import { rowsOf, sections } from "../canonical.ts";
import { asMark, beginningOf, copyMark, unfinishedAdvice } from "../copy-mark.ts";
import type { CopyMark } from "../copy-mark.ts";
import type { Store } from "../store.ts";
import { TransferError } from "./transfer-error.ts";

export interface Claim {
  /** Under whose name the copy goes on. */
  writer: string;
  /** Writers that were there before: of them those that are not carried are no part of the copy. */
  others: string[];
}

/**
 * Makes sure that a home is empty, or holds nothing but the beginning of this very copy, and marks it. Throws TransferError
 * for any other home; nothing is changed then.
 */
export async function claimTarget(target: Store, own: CopyMark): Promise<Claim> {
  const mark = await readMark(target);
  const others = (await target.writers("all")).map(({ writer }) => writer);
  if (mark !== null) {
    if (mark.from === own.from) return { writer: mark.writer, others };
    throw new TransferError(
      `${target.home.place} holds ${beginningOf(mark)}. Finish that one, or name an empty home.`,
    );
  }
  for (const section of sections) {
    // Whoever opens a home is entered among its writers: that alone is nothing.
    if (section === "writers") continue;
    for await (const _ of rowsOf(target, section)) {
      throw new TransferError(
        `${target.home.place} is not empty (there are ${section}). Name an empty folder or database; nothing was changed.`,
      );
    }
  }
  await target.documents.put(copyMark.collection, copyMark.id, { ...own });
  return { writer: own.writer, others };
}

/** Throws TransferError when a home holds only the beginning of a copy or restore, which must not pass for the whole. */
export async function checkSource(source: Store): Promise<void> {
  const mark = await readMark(source);
  if (mark === null) return;
  const { kind, place } = source.home;
  throw new TransferError(`${place} holds ${beginningOf(mark)}. ${unfinishedAdvice(kind)}`);
}

/** Takes the mark away: the copy is whole. */
export async function releaseTarget(target: Store): Promise<void> {
  await target.documents.remove(copyMark.collection, copyMark.id);
}

/** The mark of a copy or restore that is not finished; null where there is none. */
export async function readMark(store: Store): Promise<CopyMark | null> {
  const rows = await store.documents.list(copyMark.collection);
  const row = rows.find(({ id }) => id === copyMark.id);
  return row === undefined ? null : asMark(row.value);
}
