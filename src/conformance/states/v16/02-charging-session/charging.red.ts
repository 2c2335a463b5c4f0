import type { Proof } from "../../../testing/proof.ts";
import { startAccepted } from "./charging.ts";

export const proof: Proof = {
  wherever: [
    {
      check: startAccepted,
      red: {
        "start-refused": ["start-accepted"],
        "start-without-transaction-id": ["start-accepted", "schema"],
        // The transaction ends after the story, which the rule sees all the same.
        "stop-unanswered": ["answered"],
      },
    },
  ],
};
