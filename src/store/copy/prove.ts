import { canonicalJson, Content, rowsOf, sections } from "../canonical.ts";
import type { Section } from "../canonical.ts";
import type { Store } from "../store.ts";
import type { TransferOptions } from "./carried.ts";

/** One line of the proof: what went in and what was read back. */
export interface Proof {
  section: Section;
  source: { count: number; digest: string };
  target: { count: number; digest: string };
  equal: boolean;
}

/** Reads a home back and holds it against what was written into it. */
export async function proveContent(
  target: Store,
  written: Readonly<Record<Section, Content>>,
  without: readonly string[],
  { progress, signal }: TransferOptions,
): Promise<Proof[]> {
  const proofs: Proof[] = [];
  for (const section of sections) {
    const content = new Content();
    for await (const row of rowsOf(target, section, without)) {
      signal?.throwIfAborted();
      content.add(canonicalJson(row));
      if (content.count % 1000 === 0) progress?.({ step: "prove", section, count: content.count });
    }
    const [source, found] = [sumOf(written[section]), sumOf(content)];
    const equal = source.count === found.count && source.digest === found.digest;
    proofs.push({ section, source, target: found, equal });
  }
  return proofs;
}

function sumOf(content: Content): Proof["source"] {
  return { count: content.count, digest: content.digest() };
}
