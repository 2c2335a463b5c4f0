/**
 * Says where a text stops being JSON, or nests too deeply. The engine's own parser names no dependable position, so this
 * reads the text once more, without recursion and without building anything. Only run when something is already wrong.
 */
export interface Flaw {
  reason: "not-json" | "too-deep";
  /** Offset in UTF-16 code units. */
  position: number;
  /** What stands there and what was expected, for a person. */
  text: string;
  /** Whether one whole JSON value stands before it. */
  isTrailing?: true;
}

type Expecting = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "nothing";

const array = 1;
const object = 2;

/** The first flaw of `text`, or null if it is one JSON value nested at most `maxDepth` deep (RFC 8259). */
export function findFlaw(text: string, maxDepth: number): Flaw | null {
  const stack: number[] = [];
  let expecting: Expecting = "value";
  let at = 0;
  const afterValue = (): Expecting => (stack.length === 0 ? "nothing" : "comma-or-end");

  for (;;) {
    at = skipBlank(text, at);
    if (at >= text.length) {
      return expecting === "nothing" ? null : flaw(text, at, expecting, stack);
    }
    const char = text[at];
    switch (expecting) {
      case "nothing":
        return {
          reason: "not-json",
          position: at,
          text: `${shown(text, at)} follows after the end of the JSON value`,
          isTrailing: true,
        };
      case "colon":
        if (char !== ":") return flaw(text, at, expecting, stack);
        at++;
        expecting = "value";
        break;
      case "comma-or-end": {
        const inArray = stack.at(-1) === array;
        if (char === ",") expecting = inArray ? "value" : "key";
        else if (char === (inArray ? "]" : "}")) {
          stack.pop();
          expecting = afterValue();
        } else return flaw(text, at, expecting, stack);
        at++;
        break;
      }
      case "key":
      case "key-or-end":
        if (char === '"') {
          const end = endOfString(text, at);
          if (typeof end !== "number") return end;
          at = end;
          expecting = "colon";
        } else if (char === "}" && expecting === "key-or-end") {
          at++;
          stack.pop();
          expecting = afterValue();
        } else return flaw(text, at, expecting, stack);
        break;
      case "value":
      case "value-or-end":
        if (char === "[" || char === "{") {
          if (stack.length >= maxDepth) {
            return {
              reason: "too-deep",
              position: at,
              text: `arrays and objects are nested more than ${maxDepth} deep`,
            };
          }
          stack.push(char === "[" ? array : object);
          expecting = char === "[" ? "value-or-end" : "key-or-end";
          at++;
        } else if (char === "]" && expecting === "value-or-end") {
          at++;
          stack.pop();
          expecting = afterValue();
        } else if (char === '"') {
          const end = endOfString(text, at);
          if (typeof end !== "number") return end;
          at = end;
          expecting = afterValue();
        } else {
          const end = endOfLiteral(text, at);
          if (end === null) return flaw(text, at, expecting, stack);
          at = end;
          expecting = afterValue();
        }
        break;
    }
  }
}

function skipBlank(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
  }
  return at;
}

const escapes = '"\\/bfnrt';

/** The offset after the closing quote of the string that opens at `from`. */
function endOfString(text: string, from: number): number | Flaw {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) {
      return { reason: "not-json", position: at, text: `${shown(text, at)} stands unescaped in a string` };
    }
    if (code !== 0x5c) continue;
    at++;
    const escaped = text[at];
    if (escaped === undefined) break;
    if (escaped === "u") {
      for (let digit = at + 1; digit <= at + 4; digit++) {
        if (digit >= text.length) return unclosed(text);
        if (!/[0-9a-fA-F]/.test(text.charAt(digit))) {
          return {
            reason: "not-json",
            position: digit,
            text: `${shown(text, digit)} is not a hexadecimal digit of \\u`,
          };
        }
      }
      at += 4;
    } else if (!escapes.includes(escaped)) {
      return { reason: "not-json", position: at, text: `${shown(text, at)} cannot follow a backslash` };
    }
  }
  return unclosed(text);
}

function unclosed(text: string): Flaw {
  return { reason: "not-json", position: text.length, text: "the text ends within a string" };
}

const literal = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)/y;

function endOfLiteral(text: string, from: number): number | null {
  literal.lastIndex = from;
  return literal.test(text) ? literal.lastIndex : null;
}

function flaw(text: string, position: number, expecting: Expecting, stack: readonly number[]): Flaw {
  const wanted = {
    value: "a value",
    "value-or-end": "a value or ]",
    key: "a quoted member name",
    "key-or-end": "a quoted member name or }",
    colon: "a colon",
    "comma-or-end": stack.at(-1) === array ? "a comma or ]" : "a comma or }",
    nothing: "nothing",
  }[expecting];
  const found = position >= text.length ? "the text ends" : `${shown(text, position)} stands`;
  return { reason: "not-json", position, text: `${found} where ${wanted} was expected` };
}

function shown(text: string, position: number): string {
  const code = text.codePointAt(position) ?? 0;
  if (code === 0xfeff) return "a byte order mark";
  const printable = code > 0x20 && code !== 0x7f && !(code >= 0xd800 && code <= 0xdfff);
  return printable
    ? `"${String.fromCodePoint(code)}"`
    : `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
