import { isObject } from "../../../protocol/payload/read.ts";
import type { FrameRecord } from "../../frames/frame.ts";
import { payloadOf } from "../../frames/payload.ts";
import type { JsonObject } from "../../../protocol/wire/frame.ts";

/** A request of the station and what became of it, as the journal has it. */
export interface RecordedExchange {
  request: FrameRecord;
  payload: JsonObject;
  /** `error`: CALLERROR or unreadable. `none`: no answer in time, or the connection ended first. */
  how: "result" | "error" | "none";
  /** Payload of a CALLRESULT; empty otherwise, so that a check on a member simply does not find it. */
  response: JsonObject;
  /** Ids of request and answer. */
  frames: string[];
  /** What came back, in a few words. With it an exchange is evidence of what is expected of its answer. */
  actual: string;
}

/** A request of the CSMS. */
export interface ReceivedCall {
  payload: JsonObject;
  frames: string[];
}

/** Payload of a CALL or CALLRESULT record, `{}` when it has none that can be read. */
export function objectPayload(record: FrameRecord): JsonObject {
  const payload = payloadOf(record);
  return isObject(payload) ? payload : {};
}

/** The member at a path of names, or undefined; own members only. */
export function member(value: unknown, ...path: string[]): unknown {
  let current = value;
  for (const name of path) {
    if (!isObject(current) || !Object.hasOwn(current, name)) return undefined;
    current = current[name];
  }
  return current;
}

/** A value as a few words for `actual`. */
export function show(value: unknown): string {
  if (value === undefined) return "absent";
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** The member of a response at a path of names, as evidence. */
export function told(
  { how, response, actual, frames }: RecordedExchange,
  ...path: string[]
): { value: unknown; actual: string; frames: string[] } {
  const value = member(response, ...path);
  return { value, actual: how === "result" ? `${path.join(".")} ${show(value)}` : actual, frames };
}

/** Whether all were answered, as evidence; `name` begins what is said of one. */
export function allAnswered(
  exchanges: readonly RecordedExchange[],
  name: (exchange: RecordedExchange) => string = () => "",
): { ok: boolean; actual: string; frames: string[] } {
  return {
    ok: exchanges.every(({ how }) => how === "result"),
    actual: exchanges.map((exchange) => name(exchange) + exchange.actual).join(", "),
    frames: exchanges.flatMap(({ frames }) => frames),
  };
}

/** The answer frame that the station was still waiting for. */
export function answerTo(request: FrameRecord, frames: readonly FrameRecord[]): FrameRecord | null {
  return (
    frames.find(
      (frame) =>
        frame.direction === "in" &&
        frame.pair === request.id &&
        (frame.kind === "callResult" || frame.kind === "callError" || frame.kind === "fault") &&
        !frame.marks.includes("late") &&
        !frame.marks.includes("duplicate"),
    ) ?? null
  );
}

export function recordedExchange(request: FrameRecord, answer: FrameRecord | null): RecordedExchange {
  const payload = objectPayload(request);
  if (answer === null)
    return { request, payload, how: "none", response: {}, frames: [request.id], actual: "no answer" };
  const frames = [request.id, answer.id];
  if (answer.kind !== "callResult") {
    const kind = answer.kind === "callError" ? "CALLERROR" : "unreadable answer:";
    const actual = `${kind} ${answer.error ?? ""}`.trim();
    return { request, payload, how: "error", response: {}, frames, actual };
  }
  const response = objectPayload(answer);
  return { request, payload, how: "result", response, frames, actual: show(response) };
}
