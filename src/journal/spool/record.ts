import { parseJson } from "../../../protocol/wire/parse-json.ts";
import { crc32 } from "node:zlib";

/**
 * How a record stands in a segment: marker, length of the payload, checksum of the payload, checksum of these three, and
 * the payload (JSON as UTF-8). The marker holds bytes that UTF-8 never has, so that after damage the next record is found.
 */
const marker = Buffer.from([0xff, 0x53, 0x50, 0xfe]);
export const headerSize = 16;

/** A record as it goes into the file, in one piece. */
export function packRecord(value: unknown): Buffer {
  const json = JSON.stringify(value);
  const length = Buffer.byteLength(json);
  const buffer = Buffer.allocUnsafe(headerSize + length);
  buffer.write(json, headerSize, "utf8");
  marker.copy(buffer, 0);
  buffer.writeUInt32LE(length, 4);
  buffer.writeUInt32LE(crc32(buffer.subarray(headerSize)), 8);
  buffer.writeUInt32LE(crc32(buffer.subarray(0, 12)), 12);
  return buffer;
}

/** A stretch of a segment: a whole record, damage, or the torn end of the last write. `end` is exclusive. */
export type Stretch =
  | { kind: "record"; offset: number; end: number; value: unknown }
  | { kind: "damage"; offset: number; end: number; reason: string }
  | { kind: "torn"; offset: number; end: number };

/** What stands at `offset`; null at the end. Whatever the bytes are, the stretches cover all of them. */
export function nextStretch(bytes: Buffer, offset: number): Stretch | null {
  if (offset >= bytes.length) return null;
  const length = payloadLength(bytes, offset);
  if (length === null) return unreadable(bytes, offset);
  const end = offset + headerSize + length;
  if (end > bytes.length) {
    const next = findHeader(bytes, offset + headerSize);
    if (next === -1) return { kind: "torn", offset, end: bytes.length };
    return { kind: "damage", offset, end: next, reason: "a part of the record is missing" };
  }
  const payload = bytes.subarray(offset + headerSize, end);
  if (crc32(payload) === bytes.readUInt32LE(offset + 8)) {
    try {
      return { kind: "record", offset, end, value: parseJson(payload.toString("utf8")) };
    } catch {
      return { kind: "damage", offset, end, reason: "the record is not JSON" };
    }
  }
  return { kind: "damage", offset, end, reason: "the record's checksum is wrong" };
}

/** The payload's length by the header at `offset`; null where there is no intact header. */
function payloadLength(bytes: Buffer, offset: number): number | null {
  if (offset + headerSize > bytes.length) return null;
  if (bytes.compare(marker, 0, marker.length, offset, offset + marker.length) !== 0) return null;
  if (crc32(bytes.subarray(offset, offset + 12)) !== bytes.readUInt32LE(offset + 12)) return null;
  return bytes.readUInt32LE(offset + 4);
}

function findHeader(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(marker, from); at !== -1; at = bytes.indexOf(marker, at + 1))
    if (payloadLength(bytes, at) !== null) return at;
  return -1;
}

function unreadable(bytes: Buffer, offset: number): Stretch {
  const next = findHeader(bytes, offset + 1);
  const end = next === -1 ? bytes.length : next;
  if (next === -1 && isTornHeader(bytes.subarray(offset))) return { kind: "torn", offset, end };
  return { kind: "damage", offset, end, reason: "no record begins here" };
}

/** The begin of a header, or the zeros that a file system may leave where a write was under way. */
function isTornHeader(rest: Buffer): boolean {
  if (rest.length < headerSize) {
    const known = Math.min(rest.length, marker.length);
    if (rest.subarray(0, known).equals(marker.subarray(0, known))) return true;
  }
  return rest.every((byte) => byte === 0);
}
