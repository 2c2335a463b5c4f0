import { everywhere } from "./dialects.ts";
import { answers } from "./answers/stage.ts";
import { boot } from "./boot/stage.ts";
import { calls } from "./calls/stage.ts";
import { frames } from "./frames/stage.ts";
import { handshake } from "./handshake/stage.ts";
import type { Misbehaviour } from "./misbehaviour.ts";
import { named } from "./named.ts";
import { makeByPattern } from "./patterns/all.ts";
import { tokens } from "./tokens/stage.ts";

const ownFiles: readonly Misbehaviour[] = [...handshake, ...boot, ...tokens, ...answers, ...frames, ...calls];

/** A misbehaviour as people are told of it. */
export type MisbehaviourView = Pick<Misbehaviour, "name" | "text" | "dialects">;

/** Those with a name of their own, by name. What patterns make is known by name too, and would flood any list. */
export const misbehaviours: readonly MisbehaviourView[] = [
  ...ownFiles.map(({ name, text, dialects }) => ({ name, text, dialects })),
  ...named.flatMap(({ name }) => viewsOf(name)),
].sort((one, other) => (one.name < other.name ? -1 : 1));

/** What a name stands for: nothing, one, or one for each dialect that differs. */
export function findMisbehaviour(name: string): readonly Misbehaviour[] {
  const own = ownFiles.filter((each) => each.name === name);
  if (own.length > 0) return own;
  const known = named.find((each) => each.name === name);
  if (known === undefined) return makeByPattern(name);
  return known.made.flatMap(makeByPattern).map((each) => ({ ...each, name, text: known.text }));
}

/** A name as people are told of it; empty when it stands for nothing. */
export function viewsOf(name: string): MisbehaviourView[] {
  const [first, ...others] = findMisbehaviour(name);
  if (first === undefined) return [];
  const spoken = [first, ...others].flatMap((each) => each.dialects);
  return [{ name, text: first.text, dialects: everywhere.filter((dialect) => spoken.includes(dialect)) }];
}

/** Names in one order, each once, parted into those that stand for something and those that do not. */
export function sortNames(names: readonly string[]): { known: string[]; unknown: string[] } {
  const sorted = [...new Set(names)].sort();
  return {
    known: sorted.filter((name) => findMisbehaviour(name).length > 0),
    unknown: sorted.filter((name) => findMisbehaviour(name).length === 0),
  };
}
