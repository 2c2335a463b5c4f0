import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { DocumentRow, FindingRow, HistoryRow, RunRow, WriterRow } from "../rows.ts";
import { findingPlace } from "../finding-place.ts";
import { jsonOf } from "../json-value.ts";
import { atOnce } from "./database.ts";

/** Rows that are put as they are: runs with their findings, and all that comes from another home. */
export class KeptRows {
  readonly #db: DatabaseSync;
  readonly #run: StatementSync;
  readonly #removeRun: StatementSync;
  readonly #finding: StatementSync;
  readonly #removeFindings: StatementSync;
  readonly #document: StatementSync;
  readonly #history: StatementSync;
  readonly #writer: StatementSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
    // Upserts, not REPLACE: a row keeps its number, by which streams know what was there at their start.
    this.#run = db.prepare(`
      INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        kind = excluded.kind, target = excluded.target, dialect = excluded.dialect, station = excluded.station,
        writer = excluded.writer, started_at = excluded.started_at, ended_at = excluded.ended_at,
        verdict = excluded.verdict, summary = excluded.summary, report = excluded.report`);
    this.#removeRun = db.prepare("DELETE FROM runs WHERE id = ?");
    this.#finding = db.prepare(`
      INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        at = excluded.at, case_id = excluded.case_id, check_id = excluded.check_id, verdict = excluded.verdict,
        requirement = excluded.requirement, text = excluded.text, expected = excluded.expected,
        actual = excluded.actual, frames = excluded.frames`);
    this.#removeFindings = db.prepare("DELETE FROM findings WHERE run = ?");
    this.#document = db.prepare(`
      INSERT INTO documents (collection, id, value, owner) VALUES (?, ?, ?, ?)
      ON CONFLICT (collection, id) DO UPDATE SET value = excluded.value, owner = excluded.owner`);
    this.#history = db.prepare(
      "INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
    );
    this.#writer = db.prepare(`
      INSERT INTO writers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (writer) DO UPDATE SET
        name = excluded.name, host = excluded.host, pid = excluded.pid, folder = excluded.folder,
        started_at = excluded.started_at, seen_at = excluded.seen_at, ended_at = excluded.ended_at,
        batch = max(batch, excluded.batch)`);
  }

  putRun(run: PackedRun, findings: readonly PackedFinding[]): void {
    atOnce(this.#db, () => {
      this.#removeFindings.run(run.id);
      this.#keepRun(run);
      for (const finding of findings) this.#keepFinding(finding);
    });
  }

  removeRun(id: string): void {
    atOnce(this.#db, () => {
      this.#removeFindings.run(id);
      this.#removeRun.run(id);
    });
  }

  adopt(rows: PackedRows): void {
    atOnce(this.#db, () => {
      for (const row of rows.documents) this.#document.run(row.collection, row.id, row.json, row.owner);
      for (const row of rows.history) this.#keepHistory(row);
      for (const row of rows.runs) this.#keepRun(row);
      for (const row of rows.findings) this.#keepFinding(row);
      for (const row of rows.writers) this.#keepWriter(row);
    });
  }

  #keepRun(r: PackedRun): void {
    this.#run.run(
      r.id,
      r.kind,
      r.target,
      r.dialect,
      r.station,
      r.writer,
      r.startedAt,
      r.endedAt,
      r.verdict,
      r.summaryJson,
      r.reportJson,
    );
  }

  #keepFinding(f: PackedFinding): void {
    this.#finding.run(
      f.id,
      f.run,
      f.place,
      f.at,
      f.case,
      f.check,
      f.verdict,
      f.requirement,
      f.text,
      f.expected,
      f.actual,
      JSON.stringify(f.frames),
    );
  }

  #keepHistory(h: PackedHistory): void {
    this.#history.run(
      h.id,
      h.at,
      h.by,
      h.writer,
      h.collection,
      h.document,
      h.action,
      h.beforeJson,
      h.afterJson,
      h.differenceJson,
    );
  }

  #keepWriter(w: WriterRow): void {
    this.#writer.run(w.writer, w.name, w.host, w.pid, w.folder, w.startedAt, w.seenAt, w.endedAt, w.batch);
  }
}

/** Values of any depth cross to the writer's thread as text, which is what is kept of them. */
export type PackedRun = Omit<RunRow, "summary" | "report"> & { summaryJson: string; reportJson: string };
export type PackedFinding = FindingRow & { place: number };
export type PackedHistory = Omit<HistoryRow, "before" | "after" | "difference"> & {
  beforeJson: string;
  afterJson: string;
  differenceJson: string;
};
export type PackedDocument = Omit<DocumentRow, "value"> & { json: string };

export interface PackedRows {
  documents: PackedDocument[];
  history: PackedHistory[];
  runs: PackedRun[];
  findings: PackedFinding[];
  writers: WriterRow[];
}

export function packRun({ summary, report, ...run }: RunRow): PackedRun {
  return { ...run, summaryJson: jsonOf(summary), reportJson: jsonOf(report) };
}

/** Throws TypeError for a finding whose id is not of its run. */
export function packFinding(finding: FindingRow): PackedFinding {
  return { ...finding, place: findingPlace(finding) };
}

export function packHistory({ before, after, difference, ...row }: HistoryRow): PackedHistory {
  return {
    ...row,
    beforeJson: jsonOf(before),
    afterJson: jsonOf(after),
    differenceJson: jsonOf(difference),
  };
}

export function packDocument({ value, ...row }: DocumentRow): PackedDocument {
  return { ...row, json: jsonOf(value) };
}
