/**
 * Reads JSON as `JSON.parse` does: same values, same SyntaxError. V8's own (seen in 13.6 and later) takes a member name
 * with an escape for another one when an earlier text had, at that place, a name that holds a backslash: after
 * `{"a":1,"\\":2}` it reads the name `"\""` as a backslash. So objects with escaped names are put together here.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return hasEscapedName(text) ? assemble(text) : value;
}

/** Whether a member name of a JSON text is written with a backslash. */
function hasEscapedName(text: string): boolean {
  for (let at = text.indexOf("\\"); at !== -1; at = text.indexOf("\\", at)) {
    at = endOfString(text, at);
    if (text[skipBlank(text, at)] === ":") return true;
  }
  return false;
}

/** An array or object that is not closed yet. */
interface Open {
  value: unknown[] | { [name: string]: unknown };
  /** The name of the member that is being read. */
  name: string;
}

/**
 * Puts together the value of a text that is known to be JSON. The engine reads what holds no other value; without
 * recursion, since `JSON.parse` has no limit on depth either.
 */
function assemble(text: string): unknown {
  const stack: Open[] = [];
  let whole: unknown;
  for (let at = skipBlank(text, 0); at < text.length; at = skipBlank(text, at)) {
    const char = text[at];
    const open = stack.at(-1);
    if (char === "]" || char === "}") {
      stack.pop();
      at++;
    } else if (char === "," || char === ":") {
      at++;
    } else if (char === "[" || char === "{") {
      const value: Open["value"] = char === "[" ? [] : {};
      if (open === undefined) whole = value;
      else put(open, value);
      stack.push({ value, name: "" });
      at++;
    } else {
      const end = char === '"' ? endOfString(text, at + 1) : endOfWord(text, at);
      const value: unknown = JSON.parse(text.slice(at, end));
      at = end;
      if (open === undefined) whole = value;
      else if (typeof value === "string" && text[skipBlank(text, at)] === ":") open.name = value;
      else put(open, value);
    }
  }
  return whole;
}

/** Adds an item, or sets the member whose name was read last. */
function put({ value: target, name }: Open, value: unknown): void {
  if (Array.isArray(target)) target.push(value);
  // Assignment would change the prototype.
  else if (name === "__proto__")
    Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  else target[name] = value;
}

/** The offset after the quote that closes the string in which `from` lies, not behind the backslash of an escape. */
function endOfString(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code === 0x5c) at++;
  }
  return at;
}

/** The offset after a number, `true`, `false` or `null`. */
function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !",]} \t\r\n".includes(text.charAt(at))) at++;
  return at;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\r\n".includes(text.charAt(at))) at++;
  return at;
}
