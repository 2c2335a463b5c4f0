import type { Proof } from "../../../testing/proof.ts";

export const proof: Proof = {
  cases: {
    TC_B_02_CSMS: {
      "boot-rejected": ["boot-pending"],
      "asks-before-accepted": ["pending-obeyed"],
      "asks-before-accepted + boot-rejected": ["boot-pending", "rejected-obeyed"],
    },
  },
};
