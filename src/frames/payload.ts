import { dialectEntry } from "../../protocol/dialect.ts";
import { decode } from "../../protocol/wire/codec.ts";
import { isLinkRecord } from "./frame.ts";
import type { FrameRecord } from "./frame.ts";

/**
 * The decoded form of a record: the payload of a request or result, code, description and details of an error, and null
 * for what cannot be read or is no OCPP-J frame. Derived whenever it is asked for, so that it never contradicts `raw`.
 */
export function payloadOf(record: Pick<FrameRecord, "dialect" | "raw" | "kind">): unknown {
  if (record.kind === "fault" || isLinkRecord(record)) return null;
  const frame = decode(record.raw, { messageTypes: dialectEntry(record.dialect).messageTypes });
  switch (frame.kind) {
    case "fault":
      return null;
    case "callError":
    case "callResultError": {
      const { code, description, details } = frame;
      return { code, description, details };
    }
    default:
      return frame.payload;
  }
}
