import type { Proof } from "../../../testing/proof.ts";
import { authorizeAccepted, transactionTokenAccepted } from "./authorized.ts";

export const proof: Proof = {
  wherever: [
    {
      check: authorizeAccepted,
      red: {
        "refuses-every-token": ["authorize-accepted"],
        "authorize-bad-enum": ["authorize-accepted", "schema"],
        "extra-member": ["schema"],
      },
    },
    {
      check: transactionTokenAccepted,
      red: {
        "start-refused": ["transaction-token-accepted"],
        "transaction-without-id-token-info": ["transaction-token-accepted"],
      },
    },
  ],
};
