import type { Proof } from "../../../testing/proof.ts";

export const proof: Proof = {
  cases: {
    TC_E_31_CSMS: {
      "wrong-transaction-asked": ["status-of-transaction"],
      "stop-unanswered": ["transaction-answered", "answered"],
    },
  },
};
