import type { Proof } from "../../../testing/proof.ts";

export const proof: Proof = {
  cases: {
    TC_023_1_CSMS: {
      "accepts-every-token": ["authorize-invalid"],
      "refuses-every-token": ["authorize-invalid"],
      "authorize-bad-enum": ["authorize-invalid", "schema"],
      "extra-member": ["schema"],
    },
    TC_023_2_CSMS: {
      "accepts-every-token": ["authorize-expired"],
      "refuses-every-token": ["authorize-expired"],
      "authorize-bad-enum": ["authorize-expired", "schema"],
      "extra-member": ["schema"],
    },
    TC_023_3_CSMS: {
      "accepts-every-token": ["authorize-blocked"],
      // "refuses-every-token" calls every token Blocked, which is right here.
      "authorize-bad-enum": ["authorize-blocked", "schema"],
      "extra-member": ["schema"],
    },
  },
};
