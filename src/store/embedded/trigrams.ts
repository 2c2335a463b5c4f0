import { foldCase } from "../search-words.ts";

/** What the word index gets to see: folded, and without NUL, at which its tokenizer would stop. */
export function indexText(raw: string): string {
  return foldCase(raw).replaceAll("\0", "\uFFFD");
}

/**
 * The index's question for frames that may contain all words: every run of three characters of each. It finds some too
 * many, never too few. Null when all words are shorter than three characters.
 */
export function indexQuestion(words: readonly string[]): string | null {
  const runs = new Set<string>();
  for (const word of words) {
    const characters = [...word.replaceAll("\0", "\uFFFD")];
    for (let i = 0; i + 3 <= characters.length; i++) runs.add(characters.slice(i, i + 3).join(""));
  }
  if (runs.size === 0) return null;
  // Far more than a person types; a pasted message must not become a question of thousands of parts.
  const parts = [...runs].slice(0, 64);
  return parts.map((run) => `"${run.replaceAll('"', '""')}"`).join(" AND ");
}
