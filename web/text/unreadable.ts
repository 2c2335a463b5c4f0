import { decode } from "../../protocol/wire/codec.ts";
import { MessageType } from "../../protocol/wire/frame.ts";
import type { FrameRow } from "../api/frames.ts";

/** Why and where reading failed: the station's own decoder runs again, here in the browser. */
export function whyUnreadable(row: FrameRow): { text: string; position: number | undefined } {
  const frame = decode(row.raw, { messageTypes: Object.values(MessageType) });
  return frame.kind === "fault"
    ? { text: frame.text, position: frame.position }
    : { text: `OCPP ${row.dialect} has no such message type.`, position: undefined };
}
