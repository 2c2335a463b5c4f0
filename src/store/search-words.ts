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

/**
 * Lower case, independent of any locale. The two letters beyond ASCII whose lower case would be ASCII stay as they are,
 * so that a search for an ASCII word is the same as comparing ASCII letters without case, which databases do fast.
 */
export function foldCase(text: string): string {
  if (!/[\u0130\u212A]/u.test(text)) return text.toLowerCase();
  return text.replaceAll(/[^\u0130\u212A]+/gu, (part) => part.toLowerCase());
}
