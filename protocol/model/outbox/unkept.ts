import type { Entry, Outbox } from "./state.ts";

/** A fact waits from now on, or waits in another way than before: it was tried in vain. */
export function noteWaiting({ unkept }: Pick<Outbox, "unkept">, entry: Entry): void {
  const { fact, number } = entry;
  if (unkept === null || fact.kind !== "transaction") return;
  const { transaction } = fact;
  unkept.entries.set(number, entry);
  unkept.transactions.add(transaction.key);
  const facts = unkept.waiting.get(transaction.key)?.facts ?? 0;
  unkept.waiting.set(transaction.key, { transaction, facts: facts + 1 });
}

/** A fact that waited, queued or under way, does not any more. */
export function noteGone({ unkept }: Outbox, { fact, number }: Entry): void {
  if (unkept === null || fact.kind !== "transaction") return;
  const { transaction } = fact;
  unkept.entries.set(number, null);
  unkept.transactions.add(transaction.key);
  const facts = unkept.waiting.get(transaction.key)?.facts ?? 0;
  if (facts > 1) unkept.waiting.set(transaction.key, { transaction, facts: facts - 1 });
  else unkept.waiting.delete(transaction.key);
}
