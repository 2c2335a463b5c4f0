import { z } from "zod";
import { copyMark, rowsOf, sections } from "../canonical.ts";
import type { Store } from "../store.ts";
import { TransferError } from "./transfer-error.ts";

const markSchema = z.object({ writer: z.string(), from: z.string() });

/**
 * Makes sure that a home is empty, or holds nothing but the beginning of this very copy, and marks it. Returns the writer
 * under whose name the copy goes on. Throws TransferError for any other home; nothing is changed then.
 */
export async function claimTarget(target: Store, from: string, writer: string): Promise<string> {
  const mark = await readMark(target);
  if (mark !== null) {
    if (mark.from === from) return mark.writer;
    throw new TransferError(
      `${target.home.place} holds the beginning of another copy, of ${mark.from}. Finish that one, or name an empty home.`,
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
  await target.documents.put(copyMark.collection, copyMark.id, { writer, from });
  return writer;
}

/** Throws TransferError when a home holds only the beginning of a copy, which must not pass for the whole. */
export async function checkSource(source: Store): Promise<void> {
  const mark = await readMark(source);
  if (mark === null) return;
  throw new TransferError(
    `${source.home.place} holds only the beginning of a copy of ${mark.from}: finish that one first.`,
  );
}

/** Takes the mark away: the copy is whole. */
export async function releaseTarget(target: Store): Promise<void> {
  await target.documents.remove(copyMark.collection, copyMark.id);
}

async function readMark(store: Store): Promise<z.infer<typeof markSchema> | null> {
  const rows = await store.documents.list(copyMark.collection);
  const row = rows.find(({ id }) => id === copyMark.id);
  return row === undefined ? null : markSchema.parse(row.value);
}
