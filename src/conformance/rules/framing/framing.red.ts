import type { Proof } from "../../testing/proof.ts";

export const proof: Proof = {
  everywhere: { "unknown-error-code": ["no-call-error", "error-codes"] },
  provedOtherwise: {
    readable: "the sandbox has no way to send a broken frame; proved over invented frames in rules.test.ts",
  },
};
