/** One line of a stream, without its line feed; one that is too long to be kept has only its length, in bytes. */
export type Line = { number: number; bytes: Uint8Array } | { number: number; tooLong: number };

const lineFeed = 0x0a;

/**
 * Splits bytes at line feeds, in memory that a line's limit bounds. What comes after the last line feed is a line only
 * if it is not empty.
 * @returns the lines of each piece at once, which spares a turn of the event loop per line
 */
export async function* splitLines(
  pieces: AsyncIterable<Uint8Array>,
  maxLength: number,
): AsyncGenerator<readonly Line[]> {
  let number = 1;
  let kept: Uint8Array[] = [];
  let length = 0;

  const keep = (bytes: Uint8Array): void => {
    length += bytes.length;
    if (length > maxLength) kept = [];
    else if (bytes.length > 0) kept.push(bytes);
  };
  const finish = (): Line => {
    const line: Line =
      length > maxLength ? { number, tooLong: length } : { number, bytes: joined(kept, length) };
    number++;
    kept = [];
    length = 0;
    return line;
  };

  for await (const piece of pieces) {
    const lines: Line[] = [];
    let from = 0;
    for (let end = piece.indexOf(lineFeed); end !== -1; end = piece.indexOf(lineFeed, from)) {
      keep(piece.subarray(from, end));
      lines.push(finish());
      from = end + 1;
    }
    keep(piece.subarray(from));
    yield lines;
  }
  if (length > 0) yield [finish()];
}

export function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = parts;
  if (parts.length <= 1) return first ?? new Uint8Array();
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
