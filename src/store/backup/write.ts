import { createHash } from "node:crypto";
import { canonicalFrom, Content, rowsOf, sections } from "../canonical.ts";
import type { Section } from "../canonical.ts";
import { checkSource } from "../copy/target.ts";
import type { TransferOptions } from "../copy/carried.ts";
import type { Store } from "../store.ts";
import { backupFormat } from "./format.ts";
import type { BackupHead, SectionSums } from "./format.ts";

/** Characters that are hashed and handed on at once. */
const chunkLeast = 64 * 1024;

/**
 * All of a home as the text of a backup, in bounded memory; to be compressed by the caller. The home may be written
 * meanwhile: each section is what was there when its turn came, the frames last.
 */
export async function* backupText(
  store: Store,
  about: { product: string; now: number; without?: readonly string[]; waiting?: number },
  { progress, signal }: TransferOptions = {},
): AsyncGenerator<Buffer> {
  await checkSource(store);
  const whole = createHash("sha256");
  const hashed = (text: string): Buffer => {
    const bytes = Buffer.from(text);
    whole.update(bytes);
    return bytes;
  };
  const { kind, place, version } = store.home;
  const head: BackupHead = {
    backup: "stationmaster",
    format: backupFormat,
    product: about.product,
    home: { kind, place, version },
    at: new Date(about.now).toISOString(),
    ...(about.waiting === undefined ? {} : { waiting: about.waiting }),
  };
  yield hashed(`${JSON.stringify(head)}\n`);
  const all: Partial<Record<Section, SectionSums>> = {};
  for (const section of sections) {
    yield hashed(`${JSON.stringify({ backup: "section", section })}\n`);
    const lines = createHash("sha256");
    const content = new Content();
    let chunk = "";
    const taken = (): Buffer => {
      const bytes = hashed(chunk);
      lines.update(bytes);
      chunk = "";
      return bytes;
    };
    for await (const row of rowsOf(store, section, about.without)) {
      signal?.throwIfAborted();
      // As it is, so that a report keeps the order of its members; only the digest is of the canonical form.
      const text = JSON.stringify(row);
      content.add(canonicalFrom(row, text));
      chunk += `${text}\n`;
      if (content.count % 1000 === 0) progress?.({ step: "write", section, count: content.count });
      if (chunk.length >= chunkLeast) yield taken();
    }
    yield taken();
    const sums = { count: content.count, sha256: lines.digest("hex"), content: content.digest() };
    all[section] = sums;
    yield hashed(`${JSON.stringify({ backup: "section-end", section, ...sums })}\n`);
  }
  yield Buffer.from(`${JSON.stringify({ backup: "end", sections: all, sha256: whole.digest("hex") })}\n`);
}
