/** Where in a JSON text the value at a path stands, so that an issue can be marked at its place in the raw message. */

export interface Place {
  /** Offsets of the value in the text. */
  from: number;
  to: number;
}

/**
 * Finds the value at `path` (member names and array indexes as text). When a step is missing, the innermost value that
 * exists is returned with `missing: true`. Null when the text is not JSON.
 */
export function locate(text: string, path: readonly string[]): (Place & { missing: boolean }) | null {
  let at = 0;
  let found: (Place & { missing: boolean }) | null = null;

  const blank = (): void => {
    while (at < text.length && " \t\r\n".includes(text.charAt(at))) at += 1;
  };
  const string = (): string | null => {
    const start = at;
    if (text[at] !== '"') return null;
    at += 1;
    while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
    if (at >= text.length) return null;
    at += 1;
    try {
      const value: unknown = JSON.parse(text.slice(start, at));
      return typeof value === "string" ? value : null;
    } catch {
      return null;
    }
  };

  /** Reads one value; `depth` is how many steps of the path lead here, -1 when it is off the path. */
  const value = (depth: number): boolean => {
    blank();
    const from = at;
    let inner = false;
    const here = (): boolean => {
      if (depth >= 0 && !inner) found = { from, to: at, missing: depth < path.length };
      return true;
    };
    const first = text[at];
    if (first === '"') return string() !== null && here();
    if (first !== "{" && first !== "[") {
      while (at < text.length && !",]} \t\r\n".includes(text.charAt(at))) at += 1;
      return at > from && here();
    }
    const close = first === "{" ? "}" : "]";
    at += 1;
    blank();
    if (text[at] === close) {
      at += 1;
      return here();
    }
    for (let index = 0; ; index += 1) {
      blank();
      let step = String(index);
      if (first === "{") {
        const name = string();
        if (name === null) return false;
        step = name;
        blank();
        if (text[at] !== ":") return false;
        at += 1;
      }
      const onPath = depth >= 0 && depth < path.length && path[depth] === step;
      if (onPath) inner = true;
      if (!value(onPath ? depth + 1 : -1)) return false;
      blank();
      if (text[at] === ",") {
        at += 1;
        continue;
      }
      if (text[at] !== close) return false;
      at += 1;
      return here();
    }
  };

  return value(0) ? found : null;
}
