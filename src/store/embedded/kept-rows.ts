import type { DatabaseSync } from "node:sqlite";
import { findingPlace } from "../finding-place.ts";
import { jsonOf } from "../json-value.ts";
import type { DocumentRow, FindingRow } from "../rows.ts";
import type { AdoptedRows } from "../store.ts";
import { atOnce } from "./database.ts";
import { putDocument } from "./documents.ts";
import { insertSql, tables, valuesOf } from "./tables.ts";
import type { RowValues } from "./tables.ts";

/** Rows that are put as they are: runs with their findings, and all that comes from another home. */
export function keptRows(db: DatabaseSync) {
  const putRun = db.prepare(insertSql(tables.runs, "replaced"));
  const removeRun = db.prepare("DELETE FROM runs WHERE id = ?");
  const putFinding = db.prepare(insertSql(tables.findings, "replaced"));
  const removeFindings = db.prepare("DELETE FROM findings WHERE run = ?");
  const document = db.prepare(putDocument);
  const change = db.prepare(insertSql(tables.history, "left"));
  const writer = db.prepare(`
    INSERT INTO writers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (writer) DO UPDATE SET
      name = excluded.name, host = excluded.host, pid = excluded.pid, folder = excluded.folder,
      started_at = excluded.started_at, seen_at = excluded.seen_at, ended_at = excluded.ended_at,
      batch = max(batch, excluded.batch)`);

  return {
    putRun(id: string, run: RowValues, findings: readonly RowValues[]): void {
      atOnce(db, () => {
        removeFindings.run(id);
        putRun.run(...run);
        for (const finding of findings) putFinding.run(...finding);
      });
    },

    removeRun(id: string): void {
      atOnce(db, () => {
        removeFindings.run(id);
        removeRun.run(id);
      });
    },

    adopt({ documents, history, runs, findings, writers }: PackedRows): void {
      atOnce(db, () => {
        for (const row of documents) document.run(row.collection, row.id, row.json, row.owner);
        for (const row of history) change.run(...row);
        for (const row of runs) putRun.run(...row);
        for (const row of findings) putFinding.run(...row);
        for (const row of writers) writer.run(...row);
      });
    },
  };
}

/** Values of any depth cross to the writer's thread as text, which is what is kept of them. */
export type PackedDocument = Omit<DocumentRow, "value"> & { json: string };

export interface PackedRows {
  documents: PackedDocument[];
  history: RowValues[];
  runs: RowValues[];
  findings: RowValues[];
  writers: RowValues[];
}

/** Throws TypeError for a finding whose id is not of its run. */
export function packFinding(finding: FindingRow): RowValues {
  return [...valuesOf(tables.findings, finding), findingPlace(finding)];
}

export function packRows({ documents, history, runs, findings, writers }: Partial<AdoptedRows>): PackedRows {
  return {
    documents: (documents ?? []).map(({ value, ...row }) => ({ ...row, json: jsonOf(value) })),
    history: (history ?? []).map((row) => valuesOf(tables.history, row)),
    runs: (runs ?? []).map((row) => valuesOf(tables.runs, row)),
    findings: (findings ?? []).map(packFinding),
    writers: (writers ?? []).map((row) => valuesOf(tables.writers, row)),
  };
}
