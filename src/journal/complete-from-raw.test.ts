import { expect, it } from "vitest";
import type { FrameRecord } from "../frames/frame.ts";
import { frameMaker } from "../store/contract/samples.ts";
import { completeFromRaw } from "./complete-from-raw.ts";

const make = frameMaker();
const unread = (raw: string, part: Partial<FrameRecord> = {}): FrameRecord =>
  make({ kind: "fault", action: null, messageId: null, raw, ...part });

it.each([
  ['[2,"7","Heartbeat",{}]', { kind: "call", action: "Heartbeat", messageId: "7", error: null }],
  ['[3,"7",{}]', { kind: "callResult", action: null, messageId: "7", error: null }],
  ['[4,"8","InternalError","",{}]', { kind: "callError", messageId: "8", error: "InternalError" }],
  ["rubbish", { kind: "fault", messageId: null, error: "not-json" }],
])("says of %s what the text alone says", (raw, expected) => {
  const frame = unread(raw);
  expect(completeFromRaw(frame)).toEqual({ ...frame, ...expected, marks: ["recovered"] });
  expect(frame.marks).toEqual([]);
});

it("leaves alone what is no frame of OCPP-J, and marks once", () => {
  const closed = unread("{}", { kind: "closed", error: "1006", marks: ["recovered"] });
  expect(completeFromRaw(closed)).toEqual(closed);
  const soap = unread("<Envelope/>", { dialect: "1.6S" });
  expect(completeFromRaw(soap)).toEqual({ ...soap, marks: ["recovered"] });
});
