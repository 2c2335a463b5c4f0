import { expect, test } from "vitest";
import { readBootAnswer } from "./boot-answer.ts";

test.each([
  [
    { status: "Pending", interval: 30 },
    { status: "Pending", interval: 30 },
  ],
  [{ status: "Accepted" }, { status: "Accepted", interval: null }],
  [
    { status: "accepted", interval: "30" },
    { status: "None", interval: null },
  ],
  [
    { status: ["Accepted"], interval: 1.5 },
    { status: "None", interval: null },
  ],
  [{}, { status: "None", interval: null }],
])("%o means %o", (payload, answer) => {
  expect(readBootAnswer(payload)).toEqual(answer);
});
