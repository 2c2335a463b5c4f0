import { everywhere } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const bootClockWrong: Misbehaviour = {
  name: "boot-clock-wrong",
  text: "Gives the time of a year ago in its BootNotification response (1.6 §4.2; B01.FR.06).",
  dialects: everywhere,
  actions: ["BootNotification"],
  deeds: { answers: (right) => ({ ...right, currentTime: aYearAgo() }) },
};

function aYearAgo(): string {
  return new Date(Date.now() - 365 * 24 * 3600 * 1000).toISOString();
}
