import { dialectEntry } from "../../protocol/dialect.ts";
import { isObject } from "../../protocol/payload/read.ts";
import { decode } from "../../protocol/wire/codec.ts";
import type { JsonObject } from "../../protocol/wire/frame.ts";
import { parseJson } from "../../protocol/wire/parse-json.ts";
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

/** Where the payload stands in a frame that has one. */
const places: { readonly [K in FrameRecord["kind"]]?: number } = { call: 3, send: 3, callResult: 2 };

/**
 * The payload of a request or result as an object; empty where there is none, so that a member of it is simply not
 * found. What was taken for a frame when it was recorded is not judged again: this is done for every transaction message.
 */
export function objectOf({ raw, kind }: Pick<FrameRecord, "raw" | "kind">): JsonObject {
  const place = places[kind];
  if (place === undefined) return {};
  try {
    const parts = parseJson(raw);
    const payload: unknown = Array.isArray(parts) ? parts[place] : null;
    return isObject(payload) ? payload : {};
  } catch {
    return {};
  }
}
