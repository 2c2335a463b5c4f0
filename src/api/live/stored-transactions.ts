import type { Journal } from "../../journal/journal.ts";
import type { StoreChange } from "../../store/store.ts";
import { namedMost } from "./change-list.ts";

/** Between two tellings, ms. */
const pause = 1000;

/**
 * Tells which transactions this process brought into the store: at once, and from then on all of a second together, so that
 * many stations make no more messages than one. Of very many only some are named. Returns how to end it.
 */
export function followTransactions(
  journal: Pick<Journal, "subscribeStored">,
  tell: (changes: readonly StoreChange[]) => void,
): () => void {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    timer = undefined;
    if (waiting.size === 0) return;
    const changes = [...waiting].map((id): StoreChange => ({
      collection: "transactions",
      id,
      action: "put",
    }));
    waiting.clear();
    timer = setTimeout(flush, pause);
    tell(changes);
  };
  const unsubscribe = journal.subscribeStored(({ transactions }) => {
    // One more than can be named tells that there are too many.
    for (const { key } of transactions) if (waiting.size <= namedMost) waiting.add(key);
    if (timer === undefined) flush();
  });
  return () => {
    unsubscribe();
    clearTimeout(timer);
  };
}
