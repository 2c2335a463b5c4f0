import { canonicalJson, Content, rowsOf, sections } from "../canonical.ts";
import type { Section } from "../canonical.ts";
import type { Store } from "../store.ts";
import type { Carried, TransferOptions, TransferProgress } from "./carried.ts";
import { proveContent } from "./prove.ts";
import type { Proof } from "./prove.ts";
import { checkSource, claimTarget, releaseTarget } from "./target.ts";
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
  const writer = await claimTarget(target.store, { from: `${kind} ${place}`, writer: target.writer });
  const hidden = [source.writer, target.writer, writer];
  const rows = carriedFrom(source.store, hidden);
  return await carry(rows, target.store, writer, hidden, options);
}

/** Writes rows into a claimed home, proves them, and takes the mark away when they are all there. */
export async function carry(
  rows: AsyncIterable<Carried>,
  target: Store,
  writer: string,
  hidden: readonly string[],
  options: TransferOptions,
): Promise<Proof[]> {
  const writing = new Writing(target, writer);
  const contents = new Map<Section, Content>(sections.map((section) => [section, new Content()]));
  try {
    for await (const carried of rows) {
      options.signal?.throwIfAborted();
      const content = contents.get(carried.section);
      content?.add(carried.text);
      tell(options, "write", carried.section, content?.count ?? 0);
      const full = writing.add(carried);
      if (full !== null) await full;
    }
    await writing.end();
  } finally {
    await writing.settled();
  }
  const written = new Map(
    [...contents].map(([section, content]) => [section, { count: content.count, digest: content.digest() }]),
  );
  const proofs = await proveContent(target, written, hidden, options);
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

function tell(
  options: TransferOptions,
  step: TransferProgress["step"],
  section: Section,
  count: number,
): void {
  if (count % 1000 === 0) options.progress?.({ step, section, count });
}
