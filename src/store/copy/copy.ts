import { canonicalJson, contentsOfAll, rowsOf, sections } from "../canonical.ts";
import type { Store } from "../store.ts";
import type { Carried, TransferOptions } from "./carried.ts";
import { proveContent } from "./prove.ts";
import type { Proof } from "./prove.ts";
import { checkSource, claimTarget, releaseTarget } from "./target.ts";
import type { Claim } from "./target.ts";
import { Writing } from "./writing.ts";

/** A home and the name under which this process is entered there. */
export interface End {
  store: Store;
  writer: string;
}

/**
 * Copies all of a home into an empty one and reads it back. Frames and all else stay as they are; only the batches have a
 * writer of their own. Broken off (also by `signal`), it leaves the target marked as unfinished: the same copy again goes
 * on and doubles nothing. Throws TransferError when the target holds something else. Unless every proof is `equal`, the
 * mark stays.
 */
export async function copyStore(source: End, target: End, options: TransferOptions): Promise<Proof[]> {
  await checkSource(source.store);
  const { kind, place } = source.store.home;
  const claim = await claimTarget(target.store, { from: `${kind} ${place}`, writer: target.writer });
  const rows = carriedFrom(source.store, [source.writer, target.writer, claim.writer]);
  return await carry(rows, target, claim, options);
}

/** Writes rows into a claimed home, proves them, and takes the mark away when they are all there. */
export async function carry(
  rows: AsyncIterable<Carried>,
  { store: target, writer: own }: End,
  { writer, others }: Claim,
  options: TransferOptions,
): Promise<Proof[]> {
  await options.prepare?.();
  const writing = new Writing(target, writer);
  const hidden = new Set([own, writer, ...others]);
  const contents = contentsOfAll();
  try {
    for await (const carried of rows) {
      options.signal?.throwIfAborted();
      const { section, text } = carried;
      const content = contents[section];
      content.add(text);
      // A process may have been in both.
      if (carried.section === "writers") hidden.delete(carried.row.writer);
      if (content.count % 1000 === 0) options.progress?.({ step: "write", section, count: content.count });
      const full = writing.add(carried);
      if (full !== null) await full;
    }
    await writing.end();
  } finally {
    await writing.settled();
  }
  const proofs = await proveContent(target, contents, [...hidden], options);
  if (proofs.every(({ equal }) => equal)) await releaseTarget(target);
  return proofs;
}

async function* carriedFrom(source: Store, hidden: readonly string[]): AsyncGenerator<Carried> {
  for (const section of sections) {
    for await (const row of rowsOf(source, section, hidden)) {
      // What `rowsOf` gives for a section is that section's row; the types cannot follow the union.
      yield { section, row, text: canonicalJson(row) } as Carried;
    }
  }
}
