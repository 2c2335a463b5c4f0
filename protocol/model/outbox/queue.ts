import type { Fact } from "../messages/fact.ts";
import type { Entry, Outbox } from "./state.ts";
import { noteGone, noteWaiting } from "./unkept.ts";

/*
 * Whatever enters or leaves the queue does so here, and is taken note of: a station that was offline for days has thousands of
 * facts in it, and nothing that happens to it may cost a look at each of them.
 */

/** Transaction messages outlive the loss of the link and the power (1.6 C §3.7, E04.FR.01). */
export function isDurable(fact: Fact): boolean {
  return fact.kind === "transaction";
}

/** @param ahead before those that outlive the loss of the link; else last */
export function enqueue(outbox: Outbox, entry: Entry, ahead: boolean): void {
  const place = ahead ? outbox.queue.findIndex((waiting) => isDurable(waiting.fact)) : -1;
  if (place < 0) outbox.queue.push(entry);
  else outbox.queue.splice(place, 0, entry);
  noteWaiting(outbox, entry);
  if (!isDurable(entry.fact)) outbox.fleeting++;
}

/** Takes out the entry at this place; null: there is none. */
export function dequeue(outbox: Outbox, index: number): Entry | null {
  const [entry] = outbox.queue.splice(index, 1);
  if (!entry) return null;
  left(outbox, entry);
  return entry;
}

/** Takes out what does not stay. `stays` is asked once about each, in order. */
export function winnow(outbox: Outbox, stays: (entry: Entry) => boolean): void {
  outbox.queue = outbox.queue.filter((entry) => {
    if (stays(entry)) return true;
    left(outbox, entry);
    return false;
  });
}

function left(outbox: Outbox, entry: Entry): void {
  noteGone(outbox, entry);
  if (!isDurable(entry.fact)) outbox.fleeting--;
}
