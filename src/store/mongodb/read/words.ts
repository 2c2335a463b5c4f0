/**
 * A regular expression, for the server, that a raw text matches when its folded form contains the folded word. It is
 * `exact` where the reverse holds too: ASCII is compared letter by letter, any other character with any that is not ASCII.
 */
export function wordPattern(word: string): { pattern: string; exact: boolean } {
  let pattern = "";
  let exact = true;
  let characters = 0;
  for (const character of word) {
    characters += 1;
    if (characters > longest) return { pattern, exact: false };
    const code = character.codePointAt(0) ?? 0;
    if (code > 127) {
      pattern += "[^\\x00-\\x7F]";
      exact = false;
    } else if (/[a-z]/u.test(character)) pattern += `[${character}${character.toUpperCase()}]`;
    else if (/[0-9]/u.test(character)) pattern += character;
    else pattern += `\\x${code.toString(16).padStart(2, "0")}`;
  }
  return { pattern, exact };
}

/** Servers limit the length of a pattern. */
const longest = 500;
