import type { Problem, Result } from "../../result.ts";
import type { Difference } from "../../store/rows.ts";
import type { Change } from "../../store/store.ts";

/** What a kind of documents says of itself, so that history can show its states and bring one back. */
export interface DocumentKind {
  /** Whether a document is of this kind. */
  has(row: { collection: string; document: string }): boolean;
  /** Why the document `id` cannot become `target`; null when it can. Undefined: there is to be none. */
  problem(id: string, target: unknown): Problem | null;
  /** Makes it so, once that is kept; `difference`: from what is there now. */
  restore(
    id: string,
    target: unknown,
    difference: readonly Difference[],
    change: Change,
  ): Promise<Result<unknown>>;
  /** Tells what else is secret than members that are so in every document. `states`: all that are shown of one document. */
  secrets?(states: readonly unknown[]): (path: readonly string[]) => boolean;
}
