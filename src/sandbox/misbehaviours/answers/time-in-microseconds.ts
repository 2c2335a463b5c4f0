import { alterResults } from "../misbehaviour.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const timeInMicroseconds: Misbehaviour = {
  name: "time-in-microseconds",
  text: "Writes its current time with six decimals, where three are the most that is allowed (Part 2 §3.1).",
  dialects: ["2.0.1"],
  answer: (right, { action }) =>
    action === "BootNotification" || action === "Heartbeat"
      ? alterResults(right, (payload) => ({
          ...payload,
          currentTime: new Date().toISOString().replace("Z", "123Z"),
        }))
      : right,
};
