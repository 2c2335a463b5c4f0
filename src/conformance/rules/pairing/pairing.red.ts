import type { Proof } from "../../testing/proof.ts";

export const proof: Proof = {
  everywhere: {
    "status-error": ["no-call-error"],
    "double-answer": ["no-unsolicited-answer"],
    "calls-at-once": ["one-call-at-a-time"],
    "reuses-message-id": ["unique-message-ids"],
  },
};
