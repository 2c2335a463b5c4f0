/** The known word that an unknown one was probably meant to be; null when none is near. */
export function suggest(word: string, known: readonly string[]): string | null {
  const best = nearest(word, known)[0];
  return best !== undefined && steps(word, best) <= Math.max(1, Math.floor(word.length / 3)) ? best : null;
}

/** The known words, those first that are fewest steps away. */
export function nearest(word: string, known: readonly string[]): string[] {
  return known.toSorted((a, b) => steps(word, a) - steps(word, b));
}

/** ` Did you mean "…"?`, or nothing. */
export function didYouMean(word: string, known: readonly string[], prefix = ""): string {
  const near = suggest(word, known);
  return near === null ? "" : ` Did you mean ${prefix}${near}?`;
}

/** Letters to insert, remove, replace or swap with their neighbour (Damerau and Levenshtein); case does not count. */
function steps(word: string, other: string): number {
  const a = word.toLowerCase();
  const b = other.toLowerCase();
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Infinity;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, replaced, swapped));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
