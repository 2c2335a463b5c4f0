import { settingTable } from "./configuration/settings.ts";
import type { CraftedFact, ReportFact } from "./messages/fact.ts";
import type { Handler, Message, Version, VersionBlock, VersionTraits } from "./version.ts";

const asItIs = { message: ({ action, payload }: CraftedFact | ReportFact): Message => ({ action, payload }) };

/** A version of its blocks. Throws RangeError when two of them want the same action, kind of fact or setting. */
export function composeVersion(traits: VersionTraits, blocks: readonly VersionBlock[]): Version {
  const incoming = new Map<string, Handler>();
  const wording: { [kind: string]: unknown } = { crafted: asItIs, report: asItIs };
  for (const block of blocks) {
    for (const [action, handler] of Object.entries(block.incoming ?? {})) {
      if (incoming.has(action)) throw new RangeError(`Two blocks handle ${action}.`);
      incoming.set(action, handler);
    }
    for (const [kind, words] of Object.entries(block.wording ?? {})) {
      if (Object.hasOwn(wording, kind)) throw new RangeError(`Two blocks word ${kind}.`);
      wording[kind] = words;
    }
  }
  const settings = blocks.flatMap((block) => block.settings ?? []).toSorted(byName);
  return { ...traits, incoming, wording, settings: settingTable(settings) };
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
