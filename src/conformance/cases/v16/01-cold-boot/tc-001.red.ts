import type { Proof } from "../../../testing/proof.ts";

export const proof: Proof = {
  cases: {
    TC_001_CSMS: {
      "heartbeat-unanswered": ["heartbeat-answered", "answered"],
      "wrong-message-id": ["heartbeat-answered", "answered", "no-unsolicited-answer"],
      "status-error": ["status-answered", "no-call-error"],
      "unknown-error-code": ["status-answered", "no-call-error", "error-codes"],
    },
  },
};
