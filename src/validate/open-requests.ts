import { shorten } from "../../protocol/validate/words.ts";

/** Requests that wait for their answer; more are forgotten, the oldest first. */
const mostOpen = 10_000;
/** Requests under one id: each side has ids of its own, and both may count from 1. */
const mostPerId = 4;

/** Which action an answer is to, remembered by message id in bounded memory. */
export class OpenRequests {
  readonly #actions = new Map<string, readonly string[]>();

  /** @param scope ids are unique within it: a connection */
  remember(scope: string, id: string, action: string): void {
    const key = keyOf(scope, id);
    const before = this.#actions.get(key) ?? [];
    this.#actions.delete(key);
    this.#actions.set(key, [...before, shorten(action)].slice(-mostPerId));
    if (this.#actions.size <= mostOpen) return;
    for (const oldest of this.#actions.keys()) {
      this.#actions.delete(oldest);
      break;
    }
  }

  /**
   * The action that an answer is to, which is then no longer open; undefined when there is none.
   * @param fits asked when several are open
   */
  take(scope: string, id: string, fits: (action: string) => boolean = () => true): string | undefined {
    const key = keyOf(scope, id);
    const open = this.#actions.get(key);
    if (open === undefined) return undefined;
    const index = open.length === 1 ? 0 : Math.max(0, open.findIndex(fits));
    const rest = open.toSpliced(index, 1);
    if (rest.length === 0) this.#actions.delete(key);
    else this.#actions.set(key, rest);
    return open[index];
  }
}

const keyOf = (scope: string, id: string): string => `${shorten(scope)}\n${shorten(id)}`;
