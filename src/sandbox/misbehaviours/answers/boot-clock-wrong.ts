import { alterResults } from "../misbehaviour.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const bootClockWrong: Misbehaviour = {
  name: "boot-clock-wrong",
  text: "Gives the time of a year ago in its BootNotification response (1.6 §4.2; B01.FR.06).",
  dialects: ["1.6J", "2.0.1"],
  answer: (right, { action }) =>
    action === "BootNotification"
      ? alterResults(right, (payload) => ({ ...payload, currentTime: aYearAgo() }))
      : right,
};

function aYearAgo(): string {
  return new Date(Date.now() - 365 * 24 * 3600 * 1000).toISOString();
}
