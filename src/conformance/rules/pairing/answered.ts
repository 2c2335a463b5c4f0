import { wasSent, type FrameRecord } from "../../../frames/frame.ts";
import { answerTo } from "../../context/exchange.ts";
import { findingOver, withPair, type Rule, type RuleInput } from "../rule.ts";

/** Each CALL gets an answer under its own id, in time. Whether the answer is the right one is for others to say. */
export const answered: Rule = {
  id: "answered",
  text: "The CSMS answers every request of the station in time.",
  citations: {
    "1.6J": { requirement: "OCPP-J 1.6 §4.1.1, §4.2", level: "SHALL" },
    "2.x": { requirement: "FR.02; OCPP {dialect} Part 4 §4.1.7", level: "SHALL" },
  },
  judge(input) {
    const requests = answerable(input);
    const silent = requests.filter((request) => answerTo(request, input.frames) === null);
    return findingOver(requests, silent, {
      expected: "an answer to each request",
      good: `${requests.length} of ${requests.length} requests answered`,
      bad: (request) => whatCame(request, input.frames),
    });
  },
};

/** A valid request must not be turned down by an error of the framework; refusals have a status (FR.02, J §4.2.2). */
export const noCallError: Rule = {
  id: "no-call-error",
  text: "The CSMS answers valid requests with a CALLRESULT, not with a CALLERROR.",
  citations: {
    "1.6J": { requirement: "OCPP-J 1.6 §4.2.2", level: "SHALL" },
    "2.x": { requirement: "FR.02; OCPP {dialect} Part 4 §4.2.2", level: "SHALL" },
  },
  judge(input) {
    const answers = answerable(input).flatMap((request) => answerTo(request, input.frames) ?? []);
    const errors = answers.filter((answer) => answer.kind === "callError");
    return findingOver(answers, errors, {
      expected: "CALLRESULT",
      good: `${answers.length} results`,
      bad: (error) => `${error.action ?? "?"}: CALLERROR ${error.error ?? "without code"}`,
      frames: withPair,
    });
  },
};

/** Requests that the CSMS had its time to answer: not those that were open when we ended the connection ourselves. */
function answerable({ frames, timeout }: RuleInput): FrameRecord[] {
  const endedByUs = new Map(
    frames
      .filter((frame) => frame.kind === "closed" && frame.direction === "out")
      .map((frame) => [frame.connection, frame.at]),
  );
  return frames.filter((frame) => {
    if (frame.direction !== "out" || frame.kind !== "call" || !wasSent(frame)) return false;
    const end = endedByUs.get(frame.connection);
    return end === undefined || end - frame.at >= timeout || answerTo(frame, frames) !== null;
  });
}

function whatCame(request: FrameRecord, frames: readonly FrameRecord[]): string {
  const late = frames.find((frame) => frame.pair === request.id && frame.marks.includes("late"));
  if (late !== undefined)
    return `${request.action ?? "?"}: answered ${Math.round(late.latency ?? 0)} ms late`;
  const closed = frames.find((frame) => frame.kind === "closed" && frame.connection === request.connection);
  return `${request.action ?? "?"}: no answer${closed === undefined ? "" : " before the connection ended"}`;
}
