import { in2x } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const timeInMicroseconds: Misbehaviour = {
  name: "time-in-microseconds",
  text: "Writes its current time with six decimals, where three are the most that is allowed (Part 2 §3.1).",
  dialects: in2x,
  actions: ["BootNotification", "Heartbeat"],
  deeds: {
    answers: (right) => ({ ...right, currentTime: new Date().toISOString().replace("Z", "123Z") }),
  },
};
