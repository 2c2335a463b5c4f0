import { expect, it } from "vitest";
import { splitLines } from "./lines.ts";

/** Lines as text, or the length of one that is too long. */
async function lines(text: string, size: number, maxLength = 10): Promise<[number, string | number][]> {
  const bytes = new TextEncoder().encode(text);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const found: [number, string | number][] = [];
  for await (const some of splitLines(pieces(), maxLength))
    for (const line of some)
      found.push([line.number, "bytes" in line ? new TextDecoder().decode(line.bytes) : line.tooLong]);
  return found;
}

it.each([1, 2, 3, 7, 100])("splits at line feeds, however the input is cut (%i bytes)", async (size) => {
  expect(await lines("one\n\nzwölf\r\nten bytes!\nrest", size)).toEqual([
    [1, "one"],
    [2, ""],
    [3, "zwölf\r"],
    [4, "ten bytes!"],
    [5, "rest"],
  ]);
});

it("takes nothing after the last line feed for no line", async () => {
  expect(await lines("one\n", 3)).toEqual([[1, "one"]]);
  expect(await lines("", 3)).toEqual([]);
});

it.each([1, 4, 100])("keeps only the length of a line that is too long (%i bytes)", async (size) => {
  expect(await lines("eleven bytes\nshort\nand another", size)).toEqual([
    [1, 12],
    [2, "short"],
    [3, 11],
  ]);
});
