import { BSON } from "mongodb";
import { frameIdTime } from "../../../frames/frame-id.ts";
import type { FrameRecord } from "../../../frames/frame.ts";
import { payloadOf } from "../../../frames/payload.ts";
import { isError } from "../../is-error.ts";
import type { FrameDocument, FramePartDocument } from "../shapes.ts";
import { seriesTime } from "../series-time.ts";
import { bsonHolds } from "../value.ts";

/** MongoDB takes measurements of up to 4 MB; some room for what it adds. */
const longestDocument = 3.5 * 2 ** 20;
/** UTF-16 units of text in a piece: at most three times as many bytes, and a document holds 16 MB. */
const pieceLength = 4 * 2 ** 20;
/** UTF-8 bytes of a text of which the decoded form is kept too. */
const longestDecoded = 2 ** 20;

/** Up to so many bytes of text a document is not measured: measuring takes as long as writing. */
const small = 2 ** 14;
/** A text decoded takes at most so many times its bytes in BSON (`{},` is 13), and itself. */
const bloat = 9;

/** A frame as document, and what of it is too long for one. */
export interface PackedFrame {
  document: FrameDocument;
  parts: FramePartDocument[];
  /** Of the document in BSON, at most. */
  bytes: number;
}

export interface FramePacking {
  /** False for servers that refuse dots and dollars in names: then such payloads are left out. */
  anyNames: boolean;
}

/** Epoch ms of the frame's `t`, which is the time in its id. */
export function frameTime(id: string): number {
  const time = frameIdTime(id);
  if (time === null) throw new TypeError(`not a frame id: ${id}`);
  return time;
}

/** `answer`: the one in the same batch, if it is there. */
export function packFrame(
  frame: FrameRecord,
  answer: FrameRecord | undefined,
  packing: FramePacking,
): PackedFrame {
  const document = documentOf(frame, answer, packing);
  const rest = lengthOfRest(frame);
  if (frame.size <= small && rest <= small)
    return { document, parts: [], bytes: frame.size * bloat + rest * 3 + 500 };
  let bytes = BSON.calculateObjectSize(document);
  if (bytes > longestDocument && document.payload !== undefined) {
    delete document.payload;
    bytes = BSON.calculateObjectSize(document);
  }
  if (bytes <= longestDocument) return { document, parts: [], bytes };
  delete document.raw;
  bytes = BSON.calculateObjectSize(document);
  return bytes <= longestDocument ? inParts(document, frame.raw, bytes) : packWhole(frame, document);
}

/** The form of last resort, which nothing in the frame can make too long or unfit: the frame as JSON, in pieces. */
export function packWhole(frame: FrameRecord, packed: FrameDocument): PackedFrame {
  const { _id, t, meta, at, writer, direction, kind, failed, size } = packed;
  const document: FrameDocument = { _id, t, meta, at, writer, direction, kind, failed, size, whole: true };
  if (packed.pair !== undefined) document.pair = packed.pair;
  if (packed.latency !== undefined) document.latency = packed.latency;
  if (packed.answer !== undefined) document.answer = packed.answer;
  return inParts(document, JSON.stringify(frame), BSON.calculateObjectSize(document));
}

function documentOf(
  frame: FrameRecord,
  answer: FrameRecord | undefined,
  packing: FramePacking,
): FrameDocument {
  const { id, writer, at, station, connection, dialect, direction, kind, size, raw } = frame;
  const document: FrameDocument = {
    _id: id,
    t: seriesTime(frameTime(id)),
    meta: { station, connection, dialect },
    at,
    writer,
    direction,
    kind,
    failed: isError(frame),
    size,
    raw,
  };
  if (frame.action !== null) document.action = frame.action;
  if (frame.messageId !== null) document.messageId = frame.messageId;
  if (frame.pair !== null) document.pair = frame.pair;
  if (frame.latency !== null) document.latency = frame.latency;
  if (frame.error !== null) document.error = frame.error;
  if (frame.issues.length > 0) document.issues = frame.issues;
  if (frame.marks.length > 0) document.marks = frame.marks;
  if (answer !== undefined) document.answer = answerOf(answer);
  if (size <= longestDecoded) {
    const payload = payloadOf(frame);
    if (payload !== null && bsonHolds(payload, packing.anyNames ? "any" : "plain"))
      document.payload = payload;
  }
  return document;
}

export function answerOf(answer: FrameRecord): NonNullable<FrameDocument["answer"]> {
  return { id: answer.id, kind: answer.kind, latency: answer.latency, error: answer.error };
}

/** UTF-16 units of all that may be long beside the text. */
function lengthOfRest(frame: FrameRecord): number {
  let length =
    frame.station.length +
    frame.connection.length +
    (frame.action?.length ?? 0) +
    (frame.messageId?.length ?? 0) +
    (frame.error?.length ?? 0);
  for (const mark of frame.marks) length += mark.length;
  for (const issue of frame.issues)
    length += 200 + issue.pointer.length + issue.expected.length + (issue.actual?.length ?? 0);
  return length;
}

function inParts(document: FrameDocument, text: string, bytes: number): PackedFrame {
  const parts: FramePartDocument[] = [];
  let from = 0;
  while (from < text.length) {
    let end = Math.min(from + pieceLength, text.length);
    // Not between the halves of a character.
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last < 0xdc00) end -= 1;
    parts.push({ _id: `${document._id}/${parts.length}`, text: text.slice(from, end), t: document.t });
    from = end;
  }
  return { document: { ...document, parts: parts.length }, parts, bytes: bytes + 20 };
}
