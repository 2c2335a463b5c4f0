import { hasMoreValues } from "../../protocol/wire/has-more-values.ts";

/** A JSON value with its place in the text. */
export interface Span {
  kind: "object" | "array" | "string" | "other";
  /** Offsets in the text, the quotes of a string included. */
  start: number;
  end: number;
  /** Of a string, unescaped. */
  text: string;
  /** Of an object, in order; a name may come twice. */
  members: { name: string; value: Span }[];
  /** Of an array. */
  items: Span[];
}

const deepest = 200;

/** Each value takes a few hundred bytes. */
const mostValues = 1_000_000;

/** The places of all values of a JSON text; null when it is not JSON, or holds too much, or too deep, to be worth it. */
export function readSpans(text: string): Span | null {
  if (hasMoreValues(text, mostValues)) return null;
  try {
    JSON.parse(text);
    return new Reader(text).value(0);
  } catch {
    return null;
  }
}

/** All members of an object with that name; one as a rule. */
export function membersNamed(span: Span, name: string): Span[] {
  return span.members.filter((member) => member.name === name).map((member) => member.value);
}

/** Reads a text that is known to be JSON. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): Span {
    if (depth > deepest) throw new RangeError("nested too deep");
    this.#space();
    const span: Span = {
      kind: "other",
      start: this.#at,
      end: 0,
      text: "",
      members: [],
      items: [],
    };
    switch (this.#text[this.#at]) {
      case "{":
        span.kind = "object";
        this.#object(span, depth);
        break;
      case "[":
        span.kind = "array";
        this.#array(span, depth);
        break;
      case '"':
        span.kind = "string";
        span.text = this.#string();
        break;
      default:
        this.#skip(/[^\s,\]}]*/uy);
    }
    span.end = this.#at;
    this.#space();
    return span;
  }

  #object(span: Span, depth: number): void {
    this.#at += 1;
    this.#space();
    while (this.#text[this.#at] !== "}") {
      const name = this.#string();
      this.#space();
      this.#at += 1;
      span.members.push({ name, value: this.value(depth + 1) });
      this.#comma();
    }
    this.#at += 1;
  }

  #array(span: Span, depth: number): void {
    this.#at += 1;
    this.#space();
    while (this.#text[this.#at] !== "]") {
      span.items.push(this.value(depth + 1));
      this.#comma();
    }
    this.#at += 1;
  }

  #string(): string {
    const start = this.#at;
    for (this.#at += 1; this.#text[this.#at] !== '"'; this.#at += 1) {
      if (this.#at >= this.#text.length) throw new RangeError("the text ends within a string");
      if (this.#text[this.#at] === "\\") this.#at += 1;
    }
    this.#at += 1;
    return String(JSON.parse(this.#text.slice(start, this.#at)));
  }

  #comma(): void {
    if (this.#text[this.#at] === ",") this.#at += 1;
    else if (this.#at >= this.#text.length) throw new RangeError("the text ends too early");
    this.#space();
  }

  #space(): void {
    this.#skip(/[\s]*/uy);
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    pattern.exec(this.#text);
    this.#at = pattern.lastIndex;
  }
}
