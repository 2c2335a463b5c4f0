import { StoreOpenError } from "./open-error.ts";

/** Where an unfinished copy or restore leaves its mark among the documents: not part of what is carried. */
export const copyMark = { collection: "server", id: "copy" } as const;

export interface CopyMark {
  /** Under whose name the batches go. */
  writer: string;
  /** `embedded <folder>`, `mongodb <host and database>` or `backup <SHA-256>`: the same again goes on. */
  from: string;
  /** Path of the backup, where it is one. */
  file?: string;
}

/** A mark as it was kept; what is not there is empty. Never throws: a mark that cannot be read is one all the same. */
export function asMark(value: unknown): CopyMark {
  const text = (name: string): string => {
    const member: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : "";
    return typeof member === "string" ? member : "";
  };
  const file = text("file");
  return { writer: text("writer"), from: text("from"), ...(file === "" ? {} : { file }) };
}

/** What a home with a mark holds, for people: `only the beginning of a restore of /backups/x.gz`. */
export function beginningOf({ from, file }: CopyMark): string {
  const [kind, ...rest] = from.split(" ");
  const source = rest.join(" ");
  if (kind !== "backup") return `only the beginning of a copy of ${source || "another store"}`;
  return `only the beginning of a restore of ${file ?? "a backup"} (SHA-256 ${source.slice(0, 16)}…)`;
}

/** What to do with a home that holds `beginningOf` something. */
export function unfinishedAdvice(kind: "embedded" | "mongodb"): string {
  const command = "Run the same command again, which goes on from there";
  return kind === "embedded" ? `${command}, or remove the folder.` : `${command}, or drop the database.`;
}

/** Why a home with a mark is not opened: it would pass for the whole, and what is added to it could not be told apart. */
export function unfinishedError(kind: "embedded" | "mongodb", place: string, mark: CopyMark): StoreOpenError {
  return new StoreOpenError("unfinished", `${place} holds ${beginningOf(mark)}. ${unfinishedAdvice(kind)}`);
}
