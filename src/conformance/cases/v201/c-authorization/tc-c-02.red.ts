import type { Proof } from "../../../testing/proof.ts";

export const proof: Proof = {
  cases: {
    TC_C_02_CSMS: {
      "accepts-every-token": ["authorize-invalid"],
      "refuses-every-token": ["authorize-invalid"],
      "authorize-bad-enum": ["authorize-invalid", "schema"],
      "extra-member": ["schema"],
    },
  },
};
