import type { Proof } from "../../testing/proof.ts";

export const proof: Proof = {
  everywhere: {
    "boot-clock-wrong": ["current-time"],
    "asks-before-accepted + boot-rejected": ["boot-accepted", "rejected-obeyed"],
    "asks-before-accepted + boot-pending-forever": ["boot-accepted", "pending-obeyed"],
  },
  provedOtherwise: {
    "pending-kept-open": "the sandbox does not hang up on a pending station; proved in rules.test.ts",
  },
};
