import type { Proof } from "../testing/proof.ts";

export const proof: Proof = {
  everywhere: {
    // Nobody said that the password is right: a refusal proves nothing, except where the password is the question.
    "refuses-password": ["untestable"],
    "boot-rejected": ["boot-accepted"],
    "boot-pending-forever": ["boot-accepted"],
  },
};
