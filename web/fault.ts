import { dialectEntry } from "../protocol/dialect.ts";
import { decode } from "../protocol/wire/codec.ts";
import type { FrameRow } from "../src/store/store.ts";

/** Why and where reading failed: the station's own decoder runs again, here in the browser. */
export function explainFault(row: FrameRow): { text: string; position: number | undefined } | null {
  const frame = decode(row.raw, { messageTypes: dialectEntry(row.dialect).messageTypes });
  return frame.kind === "fault" ? { text: frame.text, position: frame.position } : null;
}
