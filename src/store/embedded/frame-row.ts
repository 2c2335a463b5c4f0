import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import type { Dialect } from "../../../protocol/dialect.ts";
import type { Issue } from "../../../protocol/validate/issue.ts";
import type { FrameRow } from "../store.ts";
import { directionOf, kindOf } from "./packed.ts";
import { unknownWriter } from "./schema.ts";

const select = `
  SELECT f.n, f.id, f.at, s.text AS station, c.text AS connection, d.text AS dialect, f.class, a.text AS action,
    f.message, f.raw, f.size, f.pair, f.latency, f.error, f.issues, f.marks,
    w.text AS writer
  FROM frames f
  CROSS JOIN names s ON s.no = f.station
  CROSS JOIN names c ON c.no = f.connection
  CROSS JOIN names d ON d.no = f.dialect
  LEFT JOIN names a ON a.no = f.action
  LEFT JOIN names w ON w.no = f.writer`;

/** Whole frames by number or id, each with its answer. */
export class FrameRows {
  readonly #byNumber: StatementSync;
  readonly #byId: StatementSync;
  readonly #answer: StatementSync;

  constructor(db: DatabaseSync) {
    this.#byNumber = db.prepare(`${select} WHERE f.n = ?`);
    this.#byId = db.prepare(`${select} WHERE f.id = ?`);
    this.#answer = db.prepare(
      "SELECT id, class, latency, error FROM frames INDEXED BY frames_by_pair WHERE pair = ? ORDER BY n LIMIT 1",
    );
  }

  byNumber(n: number): FrameRow | null {
    return this.#row(this.#byNumber.get(n));
  }

  byId(id: string): FrameRow | null {
    return this.#row(this.#byId.get(id));
  }

  #row(row: Record<string, SQLOutputValue> | undefined): FrameRow | null {
    if (row === undefined) return null;
    const frameClass = Number(row["class"]);
    const id = String(row["id"]);
    return {
      id,
      writer: textOrNull(row["writer"]) ?? unknownWriter,
      at: Number(row["at"]),
      station: String(row["station"]),
      connection: String(row["connection"]),
      dialect: String(row["dialect"]) as Dialect,
      direction: directionOf(frameClass),
      kind: kindOf(frameClass),
      action: textOrNull(row["action"]),
      messageId: textOrNull(row["message"]),
      raw: String(row["raw"]),
      size: Number(row["size"]),
      pair: textOrNull(row["pair"]),
      latency: numberOrNull(row["latency"]),
      error: textOrNull(row["error"]),
      issues: typeof row["issues"] === "string" ? (JSON.parse(row["issues"]) as Issue[]) : [],
      marks: typeof row["marks"] === "string" ? (JSON.parse(row["marks"]) as string[]) : [],
      answer: this.#answerTo(id),
    };
  }

  #answerTo(id: string): FrameRow["answer"] {
    const row = this.#answer.get(id);
    if (row === undefined) return null;
    return {
      id: String(row["id"]),
      kind: kindOf(Number(row["class"])),
      latency: numberOrNull(row["latency"]),
      error: textOrNull(row["error"]),
    };
  }
}

export function textOrNull(value: SQLOutputValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

export function numberOrNull(value: SQLOutputValue | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}
