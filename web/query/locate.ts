import { parse } from "../text/json.ts";

/** Where in a JSON text the value at a path stands, so that an issue can be marked at its place in the raw message. */

export interface Place {
  /** Offsets of the value in the text. */
  from: number;
  to: number;
  /** A step does not exist: this is the innermost value that does. */
  missing: boolean;
}

/** A text with its quotes, a sign, or a number or word. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}:,]|[^\s[\]{}:,"]+/gs;

/** Finds the value at `path` (member names and array indexes as text). Null when the text is not JSON. */
export function locate(text: string, path: readonly string[]): Place | null {
  const tokens = text.matchAll(token);
  let found: Place | null = null;
  let now = tokens.next().value;
  let end = 0;
  const isNext = (sign: string): boolean => now?.[0] === sign;
  const take = (): string => {
    const [taken = ""] = now ?? [];
    end = (now?.index ?? end) + taken.length;
    now = tokens.next().value;
    return taken;
  };

  /** Reads one value; `depth` is how many steps of the path lead here, -1 when it is off the path. */
  const value = (depth: number): boolean => {
    if (now === undefined) return false;
    const from = now.index;
    let inner = false;
    const first = take();
    if (first === "{" || first === "[") {
      for (let index = 0; !isNext(first === "{" ? "}" : "]"); index += 1) {
        // The comma before it.
        if (index > 0) take();
        const step = first === "{" ? parse(take()) : String(index);
        // The colon behind it.
        if (first === "{") take();
        const onPath = depth >= 0 && path[depth] === step;
        inner ||= onPath;
        if (!value(onPath ? depth + 1 : -1)) return false;
      }
      take();
    }
    if (depth >= 0 && !inner) found = { from, to: end, missing: depth < path.length };
    return true;
  };

  return value(0) ? found : null;
}
