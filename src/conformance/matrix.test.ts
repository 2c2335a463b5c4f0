import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { dialectEntry, dialects, type Dialect } from "../../protocol/dialect.ts";
import { rounds, seedOf } from "../../testdata/rounds.ts";
import { Sandbox } from "../sandbox/sandbox.ts";
import { noAdapter } from "./adapter/none.ts";
import type { OfficialCase } from "./case.ts";
import { cases } from "./cases/all.ts";
import type { CaseReport } from "./report/schema.ts";
import { rules } from "./rules/all.ts";
import { citationOf } from "./rules/rule.ts";
import { runAudit } from "./runner.ts";
import { casesOf } from "./select.ts";
import { Matrix, dialectsOfMisbehaviour, proofs } from "./testing/matrix.ts";
import { sandboxTokens } from "./tokens.ts";

/**
 * Cases against the sandbox, well-behaved and with each misbehaviour: red exactly where the proofs say so. All that is well
 * behaved, all that a proof names, and a sample of the rest; all of it in `make prove`.
 */

const station = "CS-1";
const password = "matrix-password-1";
const sample = rounds(40, Infinity);
const seed = seedOf(1);
/** Cases that share a sandbox; more would only wait for each other. */
const together = 10;

describe.each(dialects.filter((dialect) => casesOf(dialect).length > 0))("%s", (dialect) => {
  const matrix = new Matrix(dialect);

  test.concurrent.for(portions(matrix.cases))(
    "well-behaved: all green, every check judged and no other",
    async (cases) => {
      const said = await audit(dialect, [], cases);
      expect(said.map(red)).toEqual(cases.map(({ id }) => ({ id, red: [] })));
      const ofRules = new Set(rules.map((rule) => rule.id));
      const judged = said.map(({ checks }) => checks.map(({ id }) => id).filter((id) => !ofRules.has(id)));
      expect(judged).toEqual(cases.map(({ checks }) => checks.map(({ id }) => id)));
    },
  );

  const drawn = Map.groupBy(matrix.drawn(sample, seed), (pair) => pair.misbehaviours);
  test.concurrent.for(
    [...drawn].flatMap(([names, pairs]) => portions(pairs).map((portion) => [names, portion] as const)),
  )(`%s (seed ${seed})`, async ([names, pairs]) => {
    const said = await audit(
      dialect,
      names.split(" + "),
      pairs.map((pair) => pair.each),
    );
    expect(said.map(red)).toEqual(pairs.map((pair) => ({ id: pair.each.id, red: pair.red })));
  });

  const redPairs = matrix.pairs.filter((pair) => pair.red.length > 0);

  test("every check of every case is turned red by something", () => {
    const proved = new Set(redPairs.flatMap((pair) => pair.red.map((id) => `${pair.each.id} ${id}`)));
    const checks = matrix.cases.flatMap((each) => each.checks.map((check) => `${each.id} ${check.id}`));
    expect(checks.filter((check) => !proved.has(check))).toEqual([]);
  });

  test("every rule is turned red by something, or proved otherwise", () => {
    const proved = new Set(redPairs.flatMap((pair) => pair.red));
    const otherwise = proofs.flatMap(({ proof }) => Object.keys(proof.provedOtherwise ?? {}));
    const demanded = rules.filter((rule) => citationOf(rule, dialect) !== undefined).map((rule) => rule.id);
    expect(demanded.filter((id) => !proved.has(id) && !otherwise.includes(id))).toEqual([]);
    expect(otherwise.filter((id) => proved.has(id) || rules.every((rule) => rule.id !== id))).toEqual([]);
  });

  test("every misbehaviour turns something red, or a proof says why it does not", () => {
    const seen = new Set(redPairs.flatMap((pair) => pair.misbehaviours.split(" + ")));
    const { family } = dialectEntry(dialect);
    const unseen = proofs
      .flatMap(({ proof }) => Object.keys({ ...proof.unseen?.[family], ...proof.unseen?.[dialect] }))
      .filter((name) => dialectsOfMisbehaviour(name).includes(dialect));
    expect(unseen.toSorted()).toEqual(matrix.known.filter((name) => !seen.has(name)).toSorted());
  });
});

describe.each(proofs)("$file", ({ file, proof }) => {
  const { everywhere = {}, wherever = [], cases: named = {} } = proof;

  test("names misbehaviours that exist, in alphabetical order", () => {
    const lists = [everywhere, ...wherever.map((each) => each.red), ...Object.values(named)];
    const keys = [...lists, ...Object.values(proof.unseen ?? {})].flatMap(Object.keys);
    for (const key of keys) expect(key).toBe(key.split(" + ").toSorted().join(" + "));
    const names = keys.flatMap((key) => key.split(" + "));
    expect(names.filter((name) => dialectsOfMisbehaviour(name).length === 0)).toEqual([]);
  });

  test("is about cases that there are, and that stand beside it", async () => {
    for (const { check } of wherever)
      expect(cases.filter((each) => each.checks.includes(check))).not.toEqual([]);
    for (const id of Object.keys(named)) {
      const block = (await import(join(import.meta.dirname, dirname(file), "block.ts"))) as object;
      expect(Object.values(block)).toContain(cases.find((each) => each.id === id));
      expect(id.toLowerCase().replaceAll("_", "-")).toMatch(new RegExp(`^${basename(file, ".red.ts")}-`));
    }
  });
});

async function audit(
  dialect: Dialect,
  misbehaviours: string[],
  cases: readonly OfficialCase[],
): Promise<CaseReport[]> {
  const timeout = 0.7;
  const sandbox = await Sandbox.start({
    host: "127.0.0.1",
    port: 0,
    passwords: { [station]: password },
    misbehaviours,
    pendingInterval: 1,
    callTimeout: timeout * 1000,
  });
  try {
    const report = await runAudit({
      target: sandbox,
      dialect,
      station,
      password,
      tokens: sandboxTokens,
      adapter: noAdapter,
      cases: cases.map((each) => each.id),
      timeout,
    });
    return report.cases;
  } finally {
    await sandbox.close();
  }
}

function red({ id, checks }: CaseReport): { id: string; red: string[] } {
  return {
    id,
    red: checks
      .filter((check) => check.verdict !== "pass")
      .map((check) => check.id)
      .toSorted(),
  };
}

function portions<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / together) }, (_, at) =>
    all.slice(at * together, (at + 1) * together),
  );
}
