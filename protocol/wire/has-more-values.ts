/**
 * Whether a JSON text holds more than so many values (and the names of members count for nothing). A cheap bound comes
 * first, which also counts what stands in strings; only where that is too high is the text gone through.
 */
export function hasMoreValues(text: string, most: number): boolean {
  // A value and what parts it from the next are two characters.
  if (text.length < 2 * most) return false;
  let marks = 0;
  for (const mark of [",", "[", "{"]) {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) marks++;
  }
  return marks >= most && marksOutside(text) >= most;
}

/** Commas and opening brackets outside strings: each stands before a value, but for those of empty brackets. */
function marksOutside(text: string): number {
  let marks = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) inside = !inside;
    else if (inside) {
      if (code === 0x5c) at++;
    } else if (code === 0x2c || code === 0x5b || code === 0x7b) marks++;
  }
  return marks;
}
