import { describeValue, shorten } from "../words.ts";
import { numberTrouble } from "./number.ts";
import type { TextNotes } from "./text-issue.ts";

/** An array or object that the scan is within. */
interface Level {
  isObject: boolean;
  /** Member names so far. */
  names: Set<string>;
  /** Where the scan is: a name, or a place in the list. */
  step: string | number;
}

/** Names in pointers are cut to so many characters, lest a hostile text grow in its report. */
const longestStep = 200;

/**
 * Looks for what a parser passes over in silence: member names that occur twice, numbers that do not survive, surrogates
 * without their other half. Reads once, without recursion.
 *
 * @param text JSON from `from` up to `to`; what comes after is not looked at
 * @returns false when it nests deeper than `maxDepth`; the scan ends there
 */
export function scanJson(
  text: string,
  from: number,
  to: number,
  maxDepth: number,
  notes: TextNotes,
): boolean {
  const levels: Level[] = [];
  const mayHoldSurrogates = text.includes("\\u") || !text.isWellFormed();
  let depth = 0;
  let top: Level | undefined;
  let isName = false;
  const pointer = (): string => {
    let written = "";
    if (notes.isFull()) return written;
    for (const { step } of levels.slice(0, depth)) {
      const name = typeof step === "number" ? String(step) : shorten(step, longestStep);
      written += `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    }
    return written;
  };

  for (let at = from; at < to;) {
    const code = text.charCodeAt(at);
    switch (code) {
      case 0x7b: // {
      case 0x5b: {
        // [
        if (depth >= maxDepth) {
          const expected = `arrays and objects nested at most ${maxDepth} deep`;
          notes.add({ rule: "depth", severity: "error", offset: at, expected, requirement: "RFC 8259 §9" });
          return false;
        }
        top = levels[depth];
        if (top === undefined) levels.push((top = { isObject: false, names: new Set(), step: 0 }));
        depth++;
        top.isObject = isName = code === 0x7b;
        top.step = top.isObject ? "" : 0;
        if (top.names.size > 0) top.names.clear();
        at++;
        break;
      }
      case 0x7d: // }
      case 0x5d: // ]
        depth = Math.max(0, depth - 1);
        top = depth === 0 ? undefined : levels[depth - 1];
        isName = false;
        at++;
        break;
      case 0x2c: // ,
        if (top !== undefined && typeof top.step === "number") top.step++;
        isName = top?.isObject === true;
        at++;
        break;
      case 0x22: {
        // "
        const end = endOfString(text, at, to);
        const value = isName || mayHoldSurrogates ? unescaped(text, at, end) : "";
        if (isName && top !== undefined) {
          top.step = value;
          if (top.names.has(value)) {
            notes.add({
              pointer: pointer(),
              rule: "duplicateKey",
              severity: "warning",
              offset: at,
              expected: "each member name once; of several, receivers take the first, the last or none",
              actual: `${describeValue(value)} again`,
              requirement: "RFC 8259 §4",
            });
          } else top.names.add(value);
        }
        if (mayHoldSurrogates && !value.isWellFormed()) {
          notes.add({
            pointer: pointer(),
            rule: "loneSurrogate",
            severity: "warning",
            offset: at,
            expected: "surrogates in pairs; half of one is no character and cannot be written as UTF-8",
            actual: describeValue(value),
            requirement: "RFC 8259 §8.2",
          });
        }
        isName = false;
        at = end;
        break;
      }
      default: {
        if (code !== 0x2d && !(code >= 0x30 && code <= 0x39)) {
          at++;
          break;
        }
        const end = endOfNumber(text, at, to);
        const trouble = isSurelyExact(text, at, end) ? null : numberTrouble(text.slice(at, end));
        if (trouble !== null) notes.add({ pointer: pointer(), offset: at, ...trouble });
        at = end;
      }
    }
  }
  return true;
}

/** The offset after the closing quote, or `to`. */
function endOfString(text: string, from: number, to: number): number {
  for (let quote = text.indexOf('"', from + 1); quote !== -1 && quote < to;) {
    let before = quote - 1;
    while (before > from && text.charCodeAt(before) === 0x5c) before--;
    if ((quote - 1 - before) % 2 === 0) return quote + 1;
    quote = text.indexOf('"', quote + 1);
  }
  return to;
}

function unescaped(text: string, from: number, to: number): string {
  const content = text.slice(from + 1, to - 1);
  if (!content.includes("\\")) return content;
  try {
    return String(JSON.parse(`"${content}"`));
  } catch {
    return content;
  }
}

function endOfNumber(text: string, from: number, to: number): number {
  let at = from + 1;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    const isPart = (code >= 0x30 && code <= 0x39) || code === 0x2e || (code | 0x20) === 0x65;
    if (!isPart && code !== 0x2b && code !== 0x2d) break;
  }
  return at;
}

/** Most numbers are short and have no exponent. */
function isSurelyExact(text: string, from: number, to: number): boolean {
  if (to - from > 15) return false;
  for (let at = from; at < to; at++) if ((text.charCodeAt(at) | 0x20) === 0x65) return false;
  return true;
}
