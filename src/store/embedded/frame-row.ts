import type { DatabaseSync, SQLOutputValue, StatementSync } from "node:sqlite";
import type { Dialect } from "../../../protocol/dialect.ts";
import type { Issue } from "../../../protocol/validate/issue.ts";
import type { FrameRow } from "../store.ts";
import type { FrameValues } from "./calls.ts";
import { directionOf, kindOf } from "./pack-batch.ts";
import { unknownWriter } from "./schema.ts";

/** The order of `FrameValues`. The answer is a frame again; of several the first. */
const select = `
  SELECT f.n, f.station, f.connection, f.dialect, f.action, f.writer,
    f.id, f.at, f.class, f.message, f.raw, f.size, f.pair, f.latency, f.error, f.issues, f.marks,
    b.id, b.class, b.latency, b.error
  FROM frames f
  LEFT JOIN frames b ON b.n = (SELECT min(n) FROM frames INDEXED BY frames_by_pair WHERE pair = f.id)`;
/** The first values of a row but its number are numbers of names. */
const lastName = 5;
const namesMost = 100_000;

/** Whole frames by number or id, each with its answer. */
export class FrameRows {
  readonly #byNumbers: { readonly [order in "newest" | "oldest"]: StatementSync };
  readonly #byId: StatementSync;
  readonly #name: StatementSync;
  /** A name never changes. */
  readonly #names = new Map<SQLOutputValue, string>();

  constructor(db: DatabaseSync) {
    const prepare = (rest: string): StatementSync => {
      const statement = db.prepare(`${select} ${rest}`);
      statement.setReturnArrays(true);
      return statement;
    };
    const among = "WHERE f.n IN (SELECT value FROM json_each(?)) ORDER BY f.n";
    this.#byNumbers = { oldest: prepare(among), newest: prepare(`${among} DESC`) };
    this.#byId = prepare("WHERE f.id = ?");
    this.#name = db.prepare("SELECT text FROM names WHERE no = ?");
  }

  /** By one statement, since asking for each row takes several times as long. */
  byNumbers(numbers: readonly number[], order: "newest" | "oldest"): FrameValues[] {
    const rows = arraysOf(this.#byNumbers[order].all(JSON.stringify(numbers)));
    for (const row of rows) this.#putNames(row);
    return rows;
  }

  byId(id: string): FrameRow | null {
    const [row] = arraysOf(this.#byId.all(id));
    if (row === undefined) return null;
    this.#putNames(row);
    return frameOf(row);
  }

  #putNames(row: FrameValues): void {
    for (let i = 1; i <= lastName; i++) {
      const no = row[i];
      if (no === null || no === undefined) continue;
      row[i] = this.#names.get(no) ?? this.#find(no);
    }
  }

  #find(no: SQLOutputValue): string {
    const text = String(this.#name.get(no)?.["text"]);
    if (this.#names.size >= namesMost) this.#names.clear();
    this.#names.set(no, text);
    return text;
  }
}

/** Rows of a statement that gives arrays, which its type does not know. */
function arraysOf(rows: unknown): SQLOutputValue[][] {
  return rows as SQLOutputValue[][];
}

/** A frame out of its values. */
export function frameOf(row: FrameValues): FrameRow {
  const frameClass = Number(row[8]);
  return {
    id: String(row[6]),
    writer: textOrNull(row[5]) ?? unknownWriter,
    at: Number(row[7]),
    station: String(row[1]),
    connection: String(row[2]),
    dialect: String(row[3]) as Dialect,
    direction: directionOf(frameClass),
    kind: kindOf(frameClass),
    action: textOrNull(row[4]),
    messageId: textOrNull(row[9]),
    raw: String(row[10]),
    size: Number(row[11]),
    pair: textOrNull(row[12]),
    latency: numberOrNull(row[13]),
    error: textOrNull(row[14]),
    issues: typeof row[15] === "string" ? (JSON.parse(row[15]) as Issue[]) : [],
    marks: typeof row[16] === "string" ? (JSON.parse(row[16]) as string[]) : [],
    answer: typeof row[17] === "string" ? answerOf(row[17], row) : null,
  };
}

/** Bytes of a frame's raw text. */
export function sizeOf(row: FrameValues): number {
  return Number(row[11]);
}

function answerOf(id: string, row: FrameValues): FrameRow["answer"] {
  return {
    id,
    kind: kindOf(Number(row[18])),
    latency: numberOrNull(row[19]),
    error: textOrNull(row[20]),
  };
}

export function textOrNull(value: SQLOutputValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

export function numberOrNull(value: SQLOutputValue | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}
