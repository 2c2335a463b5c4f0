import type { FrameRecord } from "../../frames/frame.ts";

let counter = 0;

/** Invents a record for tests: what matters is given, the rest is plausible. Ids ascend in order of calling. */
export function frame(parts: Partial<FrameRecord>): FrameRecord {
  counter += 1;
  const raw = parts.raw ?? "[]";
  return {
    id: String(counter).padStart(26, "0"),
    writer: "test",
    at: 1_700_000_000_000 + counter,
    station: "CS-1",
    connection: "c1",
    dialect: "2.0.1",
    direction: "in",
    kind: "call",
    action: null,
    messageId: null,
    raw,
    size: raw.length,
    pair: null,
    latency: null,
    error: null,
    issues: [],
    marks: [],
    ...parts,
  };
}

/** A CALL of the station. */
export function request(action: string, parts: Partial<FrameRecord> = {}): FrameRecord {
  return frame({
    direction: "out",
    kind: "call",
    action,
    raw: JSON.stringify([2, "s", action, {}]),
    ...parts,
  });
}

/** A CALL of the CSMS. */
export function call(action: string, messageId: string, parts: Partial<FrameRecord> = {}): FrameRecord {
  return frame({ action, messageId, raw: JSON.stringify([2, messageId, action, {}]), ...parts });
}

/** The answer to a record, from the other side. */
export function answer(to: FrameRecord, payload: object, parts: Partial<FrameRecord> = {}): FrameRecord {
  return frame({
    direction: to.direction === "in" ? "out" : "in",
    kind: "callResult",
    action: to.action,
    messageId: to.messageId,
    raw: JSON.stringify([3, to.messageId ?? "s", payload]),
    pair: to.id,
    latency: 1,
    ...parts,
  });
}
