import { describe, expect, onTestFinished, test } from "vitest";
import { misbehaviours } from "../sandbox/misbehaviours/all.ts";
import { Sandbox } from "../sandbox/sandbox.ts";
import { noAdapter } from "./adapter/none.ts";
import type { AuditReport } from "./report/schema.ts";
import { rules } from "./rules/all.ts";
import { citationOf } from "./rules/rule.ts";
import { runAudit } from "./runner.ts";
import { casesOf } from "./select.ts";
import { expectedRed, provedElsewhere, type MatrixDialect, type Row } from "./testing/expected-red.ts";
import { sandboxTokens } from "./tokens.ts";

/** Every case of a dialect against the sandbox, well-behaved and with each misbehaviour: red exactly where it must be. */

const dialects: readonly MatrixDialect[] = ["1.6J", "2.0.1"];
const station = "CS-1";
const password = "matrix-password-1";

describe.each(dialects)("the sandbox against the cases of %s", (dialect) => {
  const rows = expectedRed[dialect];

  test.concurrent.for(rows.map((row) => [row.misbehaviours.join(" + ") || "well-behaved", row] as const))(
    "%s",
    async ([, row]) => {
      const report = await audit(dialect, row);
      expect(redChecks(report)).toEqual(expectedChecks(dialect, row));
    },
  );

  test("every misbehaviour has its row", () => {
    const known = misbehaviours.filter((each) => each.dialects.includes(dialect)).map((each) => each.name);
    expect([...new Set(rows.flatMap((row) => row.misbehaviours))].toSorted()).toEqual(known.toSorted());
  });

  test("a row without red says why", () => {
    const silent = rows.filter((row) => row.misbehaviours.length > 0 && red(dialect, row).length === 0);
    expect(silent.filter((row) => row.unseen === undefined)).toEqual([]);
    expect(rows.filter((row) => row.unseen !== undefined && !silent.includes(row))).toEqual([]);
  });

  test("every check of every case is turned red by something", () => {
    const proved = new Set(rows.flatMap((row) => red(dialect, row)));
    const checks = casesOf(dialect).flatMap((each) =>
      each.checks.map((check) => `${short(each.id)} ${check.id}`),
    );
    expect(checks.filter((check) => !proved.has(check))).toEqual([]);
  });

  test("every rule is turned red by something, or proved elsewhere", () => {
    const proved = new Set(rows.flatMap((row) => red(dialect, row)).map((check) => check.split(" ")[1]));
    const unproved = rules.filter((rule) => citationOf(rule, dialect) !== undefined && !proved.has(rule.id));
    expect(unproved.map((rule) => rule.id).filter((id) => provedElsewhere[id] === undefined)).toEqual([]);
    expect(Object.keys(provedElsewhere).filter((id) => proved.has(id))).toEqual([]);
  });
});

async function audit(dialect: MatrixDialect, row: Row): Promise<AuditReport> {
  const timeout = 0.7;
  const sandbox = await Sandbox.start({
    host: "127.0.0.1",
    port: 0,
    passwords: { [station]: password },
    misbehaviours: [...row.misbehaviours],
    pendingInterval: 1,
    callTimeout: timeout * 1000,
  });
  onTestFinished(() => sandbox.close());
  return runAudit({
    target: sandbox,
    dialect,
    station,
    password,
    tokens: sandboxTokens,
    adapter: noAdapter,
    timeout,
  });
}

type Red = { [id: string]: string[] };

function redChecks(report: AuditReport): Red {
  return Object.fromEntries(
    report.cases.map((each) => [
      short(each.id),
      each.checks
        .filter((check) => check.verdict !== "pass")
        .map((check) => check.id)
        .toSorted(),
    ]),
  );
}

function expectedChecks(dialect: MatrixDialect, row: Row): Red {
  return Object.fromEntries(
    casesOf(dialect).map(({ id }) => [short(id), (row.cases?.[short(id)] ?? row.others ?? []).toSorted()]),
  );
}

/** "case check" for all that the row expects red. */
function red(dialect: MatrixDialect, row: Row): string[] {
  return Object.entries(expectedChecks(dialect, row)).flatMap(([id, checks]) =>
    checks.map((check) => `${id} ${check}`),
  );
}

function short(id: string): string {
  return id.replace(/_CSMS$/, "");
}
