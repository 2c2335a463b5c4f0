import { isObject } from "../../../protocol/payload/read.ts";
import { parseJson } from "../../../protocol/wire/parse-json.ts";
import type { FrameRecord } from "../../frames/frame.ts";

export interface Refusal {
  /** The HTTP status that came instead of a usable connection, 101 for a handshake with another sub-protocol; null: none came. */
  status: number | null;
  /** What happened and what helps, in words. */
  text: string;
  /** The sub-protocol that the CSMS chose, null when it chose none; undefined when the handshake did not get that far. */
  echoed: string | null | undefined;
}

/** Reads a `refused` record. */
export function refusal(record: FrameRecord): Refusal {
  let detail: unknown;
  try {
    detail = parseJson(record.raw);
  } catch {
    detail = undefined;
  }
  const { text, echoed } = isObject(detail) ? detail : {};
  return {
    status: /^[1-5]\d\d$/.test(record.error ?? "") ? Number(record.error) : null,
    text: typeof text === "string" ? text : record.raw,
    echoed: typeof echoed === "string" || echoed === null ? echoed : undefined,
  };
}
