import type { Proof } from "../../testing/proof.ts";

export const proof: Proof = {
  everywhere: {
    "boot-without-interval": ["schema"],
    "bad-call": ["schema"],
    "null-payload": ["message-advice"],
    "time-in-microseconds": ["time-decimals"],
  },
  provedOtherwise: {
    "message-rules":
      "asks for a CALL that obeys the schema and not the text, which the sandbox never sends; proved in rules.test.ts",
  },
};
