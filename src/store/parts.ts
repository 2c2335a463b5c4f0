/** The same items in parts of so many, or of so much as `sizeOf` says, at most; an item larger than that is a part of its own. */
export function* partsOf<T>(
  items: Iterable<T>,
  most: { items: number; size: number },
  sizeOf: (item: T) => number,
): Generator<T[]> {
  let part: T[] = [];
  let size = 0;
  for (const item of items) {
    const own = sizeOf(item);
    if (part.length >= most.items || (size + own > most.size && part.length > 0)) {
      yield part;
      part = [];
      size = 0;
    }
    part.push(item);
    size += own;
  }
  if (part.length > 0) yield part;
}
