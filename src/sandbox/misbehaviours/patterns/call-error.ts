import type { CallError } from "../../../../protocol/wire/frame.ts";
import type { AnswerFrame, StationCall } from "../misbehaviour.ts";
import { ofAnswerFrames } from "./pattern.ts";

export const callError = ofAnswerFrames(
  "error",
  (action) =>
    `Answers ${action} with the CALLERROR InternalError, although it is valid (OCPP-J 1.6 §4.2.2; FR.02).`,
  internalErrors,
);

/** InternalError in place of each answer. */
export function internalErrors(right: readonly AnswerFrame[], { errorCodes }: StationCall): CallError[] {
  return right.map(({ id }) => ({
    kind: "callError",
    id,
    code: errorCodes.internal,
    description: "Something went wrong.",
    details: {},
  }));
}
