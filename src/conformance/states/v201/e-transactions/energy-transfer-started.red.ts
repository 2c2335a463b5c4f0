import type { Proof } from "../../../testing/proof.ts";
import { transactionAnswered } from "./energy-transfer-started.ts";

export const proof: Proof = {
  wherever: [
    {
      check: transactionAnswered,
      red: {
        "transaction-error": ["transaction-answered", "no-call-error"],
        // The transaction ends after the story, which the rule sees all the same.
        "stop-unanswered": ["answered"],
      },
    },
  ],
};
