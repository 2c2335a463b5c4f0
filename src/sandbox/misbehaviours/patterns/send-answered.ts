import type { Pattern } from "./pattern.ts";

export const sendAnswered: Pattern = {
  ending: "answered",
  text: (action) => `Answers the SEND ${action}, which nobody may answer (Part 4 §4.2.4; FR.07, N15.FR.02).`,
  fits: ({ sender, response }) => sender !== "csms" && response === null,
  make: () => ({ frames: (right, { id }) => [...right, { kind: "callResult", id, payload: {} }] }),
};
