import { alterResults, without } from "../misbehaviour.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const bootWithoutInterval: Misbehaviour = {
  name: "boot-without-interval",
  text: "Leaves the mandatory interval out of its BootNotification response (1.6 §6.4; B01.FR.02).",
  dialects: ["1.6J", "2.0.1"],
  answer: (right, { action }) =>
    action === "BootNotification" ? alterResults(right, (payload) => without(payload, "interval")) : right,
};
