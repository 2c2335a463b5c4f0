import type { FrameRow } from "../api/frames.ts";
import type { Tone } from "./tone.ts";
import { statusWord } from "./message.ts";

export interface FrameStatus {
  text: string;
  tone: Tone;
  title?: string;
}

/** After this many ms without an answer a request counts as unanswered; stations wait 30 s by default. */
export const unansweredAfter = 35_000;

const refusing = new Set([
  "Rejected",
  "Invalid",
  "Blocked",
  "Expired",
  "Unknown",
  "Faulted",
  "NotSupported",
  "Failed",
]);
const waiting = new Set(["Pending", "Scheduled", "RebootRequired", "ConcurrentTx"]);

/**
 * What became of a frame, in one word and a tone.
 * @param answer the row that answers a request, when it is loaded
 * @param now epoch ms, to tell pending from unanswered
 */
export function frameStatus(row: FrameRow, answer: FrameRow | undefined, now: number): FrameStatus {
  switch (row.kind) {
    case "call": {
      if (row.marks.includes("refused-by-policy")) return { text: "Refused by policy", tone: "warn" };
      if (row.answer === null)
        return now - row.at < unansweredAfter
          ? { text: "Pending", tone: "warn", title: "No answer yet" }
          : { text: "No answer", tone: "bad", title: "Nothing answered this request" };
      if (row.answer.error !== null) return { text: row.answer.error, tone: "bad" };
      return answer === undefined
        ? { text: "Answered", tone: "neutral" }
        : frameStatus(answer, undefined, now);
    }
    case "callResult": {
      const word = statusWord(row) ?? "OK";
      if (row.issues.some((issue) => issue.severity === "error"))
        return { text: word, tone: "bad", title: "This answer is not valid" };
      if (word === "OK") return { text: word, tone: "neutral", title: "A result; it carries no status" };
      const unwelcome = refusing.has(word) || waiting.has(word);
      return { text: word, tone: unwelcome ? "warn" : word === "Accepted" ? "ok" : "neutral" };
    }
    case "callError":
    case "callResultError":
      return { text: row.error ?? "Error", tone: "bad", title: "CALLERROR" };
    case "send":
      return { text: "Sent", tone: "neutral", title: "Never answered" };
    case "fault":
      return { text: row.error ?? "Unreadable", tone: "bad", title: "Not a frame of OCPP-J" };
    case "opened":
      return { text: "Opened", tone: "ok" };
    case "closed":
      return { text: row.error === null ? "Closed" : `Closed ${row.error}`, tone: "neutral" };
    case "refused":
      return { text: row.error === null ? "Refused" : `Refused ${row.error}`, tone: "bad" };
    default:
      return row.kind satisfies never;
  }
}

export const kindLabels: Record<FrameRow["kind"], string> = {
  call: "CALL",
  callResult: "RESULT",
  callError: "ERROR",
  callResultError: "RES.ERROR",
  send: "SEND",
  fault: "FAULT",
  opened: "LINK",
  closed: "LINK",
  refused: "LINK",
};

/** Whether a row is about the connection and not a message. */
export function isLinkRow(row: Pick<FrameRow, "kind">): boolean {
  return row.kind === "opened" || row.kind === "closed" || row.kind === "refused";
}
