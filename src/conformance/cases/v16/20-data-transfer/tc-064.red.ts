import type { Proof } from "../../../testing/proof.ts";

export const proof: Proof = {
  cases: {
    TC_064_CSMS: {
      "data-transfer-accepted": ["data-transfer-not-accepted"],
      "data-transfer-error": ["data-transfer-answered", "no-call-error"],
    },
  },
};
