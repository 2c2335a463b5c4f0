import type { Proof } from "../../../testing/proof.ts";
import { authorizeAccepted } from "./authorized.ts";

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
  ],
};
