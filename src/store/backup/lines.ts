import { StringDecoder } from "node:string_decoder";
import { lineMost } from "./format.ts";

/** The lines of a text that comes in pieces, without their ends. What follows the last line end is a line too. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  // In pieces until the line is whole: joining each time would cost the square of its length.
  let begun: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const parts = decoder.write(chunk).split("\n");
    const last = parts.pop() ?? "";
    for (const part of parts) {
      if (begun.length === 0) {
        yield part;
        continue;
      }
      begun.push(part);
      yield begun.join("");
      begun = [];
      length = 0;
    }
    if (last !== "") begun.push(last);
    length += last.length;
    if (length > lineMost) throw new Error("a line is longer than any row");
  }
  const rest = begun.join("") + decoder.end();
  if (rest !== "") yield rest;
}
