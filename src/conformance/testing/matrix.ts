import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Dialect } from "../../../protocol/dialect.ts";
import { createRandom } from "../../../protocol/model/random.ts";
import { misbehaviours, viewsOf } from "../../sandbox/misbehaviours/all.ts";
import type { OfficialCase } from "../case.ts";
import type { Proof, RedBy } from "./proof.ts";
import { casesOf } from "../select.ts";

const root = join(import.meta.dirname, "..");

/** All proofs there are; `file` is the path from `src/conformance`. */
export const proofs: readonly { file: string; proof: Proof }[] = await Promise.all(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".red.ts"))
    .toSorted()
    .map(async (file) => ({ file, ...((await import(join(root, file))) as { proof: Proof }) })),
);

/** The dialects in which a misbehaviour of the sandbox exists; none when there is none of that name. */
export function dialectsOfMisbehaviour(name: string): readonly Dialect[] {
  return viewsOf(name)[0]?.dialects ?? [];
}

/** One statement of a proof: under these misbehaviours, these cases are red in this way. */
interface Claim {
  red: readonly string[];
  cases: readonly OfficialCase[];
  /** It names its case, and so outweighs what is said of many. */
  named: boolean;
}

/** Misbehaviours (joined by ` + `), a case, and the ids of what is red then, sorted. */
export interface Pair {
  misbehaviours: string;
  each: OfficialCase;
  red: readonly string[];
}

/** What the proofs say of the cases of one dialect. */
export class Matrix {
  readonly cases: readonly OfficialCase[];
  /** Names of the misbehaviours that the sandbox lists for the dialect. */
  readonly known: readonly string[];
  /**
   * Every listed misbehaviour, and what proofs combine of them, with every case. What the sandbox knows without listing it,
   * only with the cases that a proof names.
   */
  readonly pairs: readonly Pair[];
  readonly #claims: ReadonlyMap<string, readonly Claim[]>;

  constructor(dialect: Dialect) {
    this.cases = casesOf(dialect);
    this.known = misbehaviours.filter((each) => each.dialects.includes(dialect)).map((each) => each.name);
    const claims = new Map<string, Claim[]>(this.known.map((name) => [name, []]));
    for (const [names, claim] of proofs.flatMap(({ proof }) => claimsOf(proof, this.cases)))
      if (names.split(" + ").every((name) => dialectsOfMisbehaviour(name).includes(dialect)))
        claims.set(names, [...(claims.get(names) ?? []), claim]);
    this.#claims = claims;
    this.pairs = [...claims].flatMap(([names, said]) => {
      const listed = names.split(" + ").every((name) => this.known.includes(name));
      const about = this.cases.filter((each) => listed || said.some((claim) => claim.cases.includes(each)));
      return about.map((each) => ({ misbehaviours: names, each, red: red(said, each) }));
    });
  }

  /**
   * Pairs to run: those that a proof names, one for each statement about many cases, and `sample` of the others. The seed
   * decides where there is a choice.
   */
  drawn(sample: number, seed: number): Pair[] {
    const random = createRandom(seed);
    const draw = <T>(from: T[]): T[] => from.splice(Math.floor(random.fraction() * from.length), 1);
    const runs = new Set<Pair>();
    for (const [names, said] of this.#claims) {
      const about = (cases: readonly OfficialCase[]): Pair[] =>
        this.pairs.filter((pair) => pair.misbehaviours === names && cases.includes(pair.each));
      const named = about(said.filter((claim) => claim.named).flatMap((claim) => claim.cases));
      for (const pair of named) runs.add(pair);
      for (const claim of said.filter((each) => !each.named))
        for (const pair of draw(about(claim.cases).filter((each) => !named.includes(each)))) runs.add(pair);
    }
    const others = this.pairs.filter((pair) => !runs.has(pair));
    while (others.length > 0 && sample-- > 0) for (const pair of draw(others)) runs.add(pair);
    return this.pairs.filter((pair) => runs.has(pair));
  }
}

function red(said: readonly Claim[], each: OfficialCase): string[] {
  const about = said.filter((claim) => claim.cases.includes(each));
  const named = about.filter((claim) => claim.named);
  return [...new Set((named.length > 0 ? named : about).flatMap((claim) => claim.red))].toSorted();
}

function claimsOf(proof: Proof, all: readonly OfficialCase[]): [misbehaviours: string, Claim][] {
  const claims = (said: RedBy, which: (each: OfficialCase) => boolean, named: boolean): [string, Claim][] =>
    Object.entries(said).map(([names, ids]) => [names, { red: ids, cases: all.filter(which), named }]);
  return [
    ...claims(proof.everywhere ?? {}, () => true, false),
    ...(proof.wherever ?? []).flatMap((state) =>
      claims(state.red, (each) => each.checks.includes(state.check), false),
    ),
    ...Object.entries(proof.cases ?? {}).flatMap(([id, said]) =>
      claims(said, (each) => each.id === id, true),
    ),
  ];
}
