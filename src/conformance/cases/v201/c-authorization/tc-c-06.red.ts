import type { Proof } from "../../../testing/proof.ts";

export const proof: Proof = {
  cases: {
    TC_C_06_CSMS: {
      "accepts-every-token": ["authorize-blocked"],
      // "refuses-every-token" calls every token Blocked, which is right here.
      "authorize-bad-enum": ["authorize-blocked", "schema"],
      "extra-member": ["schema"],
    },
  },
};
