import { dialectEntry } from "../../protocol/dialect.ts";
import { decode, payloadOf as payloadIn } from "../../protocol/wire/codec.ts";
import type { Fault, Frame, JsonObject } from "../../protocol/wire/frame.ts";
import { isLinkRecord } from "./frame.ts";
import type { FrameRecord } from "./frame.ts";

type Readable = Pick<FrameRecord, "dialect" | "raw" | "kind">;

/**
 * The decoded form of a record: the payload of a request or result, code, description and details of an error, and null
 * for what cannot be read or is no OCPP-J frame. Derived whenever it is asked for, so that it never contradicts `raw`.
 */
export function payloadOf(record: Readable): unknown {
  const frame = frameOf(record);
  if (frame === null) return null;
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

/** The payload of a request or result as an object; empty where there is none. */
export function objectOf(record: Readable): JsonObject {
  const frame = frameOf(record);
  return frame !== null && "payload" in frame ? payloadIn(frame) : {};
}

function frameOf(record: Readable): Frame | Fault | null {
  if (record.kind === "fault" || isLinkRecord(record)) return null;
  return decode(record.raw, { messageTypes: dialectEntry(record.dialect).messageTypes });
}
