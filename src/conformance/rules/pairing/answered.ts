import type { FrameRecord } from "../../../frames/frame.ts";
import {
  findingOver,
  isTimelyAnswer,
  requestsOfStation,
  withPair,
  type Rule,
  type RuleInput,
} from "../rule.ts";

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
    const silent = requests.filter((request) => answerOf(request, input.frames) === undefined);
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
    const answers = answerable(input).flatMap((request) => answerOf(request, input.frames) ?? []);
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
  return requestsOfStation(frames).filter((request) => {
    const end = endedByUs.get(request.connection);
    return end === undefined || end - request.at >= timeout || answerOf(request, frames) !== undefined;
  });
}

function answerOf(request: FrameRecord, frames: readonly FrameRecord[]): FrameRecord | undefined {
  return frames.find((frame) => frame.pair === request.id && isTimelyAnswer(frame));
}

function whatCame(request: FrameRecord, frames: readonly FrameRecord[]): string {
  const late = frames.find((frame) => frame.pair === request.id && frame.marks.includes("late"));
  if (late !== undefined)
    return `${request.action ?? "?"}: answered ${Math.round(late.latency ?? 0)} ms late`;
  const closed = frames.find((frame) => frame.kind === "closed" && frame.connection === request.connection);
  return `${request.action ?? "?"}: no answer${closed === undefined ? "" : " before the connection ended"}`;
}
