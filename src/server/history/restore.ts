import { done, refused } from "../../result.ts";
import type { Problem, Result } from "../../result.ts";
import { difference } from "../../store/difference.ts";
import type { Difference, HistoryRow } from "../../store/rows.ts";
import type { Change, Store } from "../../store/store.ts";
import type { DocumentKind } from "../documents/kind.ts";

type State = "before" | "after";

export interface RestorePlan {
  action: "create" | "change" | "remove" | "none";
  /** From what is there now. */
  difference: Difference[];
  problem: Problem | null;
}

/** The document as it is now; undefined: there is none. */
export async function currentState(store: Store, row: HistoryRow): Promise<unknown> {
  return (await store.documents.list(row.collection)).find(({ id }) => id === row.document)?.value;
}

/** What it takes to bring a document, which is `current` now, into the state before or after a change. */
export function planRestore(
  kind: DocumentKind,
  row: HistoryRow,
  state: State,
  current: unknown,
): RestorePlan {
  const target = row[state] ?? undefined;
  const differing = difference(current, target);
  if (differing.length === 0) return { action: "none", difference: [], problem: null };
  const action = target === undefined ? "remove" : current === undefined ? "create" : "change";
  return { action, difference: differing, problem: kind.problem(row.document, target) };
}

const outcomes = { none: "unchanged", create: "created", change: "changed", remove: "removed" } as const;

/** Does what the plan says. The change counts as a restoration in the history. */
export async function restore(
  store: Store,
  kind: DocumentKind,
  row: HistoryRow,
  state: State,
  { by }: Change,
): Promise<Result<(typeof outcomes)[keyof typeof outcomes]>> {
  const plan = planRestore(kind, row, state, await currentState(store, row));
  if (plan.problem !== null) return refused(plan.problem);
  if (plan.action !== "none") {
    const change: Change = { by, restored: true };
    const restored = await kind.restore(row.document, row[state] ?? undefined, plan.difference, change);
    if (!restored.ok) return restored;
  }
  return done(outcomes[plan.action]);
}
