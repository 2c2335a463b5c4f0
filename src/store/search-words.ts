/**
 * Content search: the words of `FrameQuery.text` are its parts between white space, and each must occur in the raw text,
 * in any place, without regard to case. Both sides are folded the same way, so every home finds the same.
 */
export function searchWords(text: string | undefined): string[] {
  if (text === undefined) return [];
  return [
    ...new Set(
      foldCase(text)
        .split(/\s+/u)
        .filter((word) => word !== ""),
    ),
  ];
}

/** Lower case; independent of any locale. */
export function foldCase(text: string): string {
  return text.toLowerCase();
}
