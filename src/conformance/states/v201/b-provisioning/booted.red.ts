import type { Proof } from "../../../testing/proof.ts";
import { statusAnswered } from "./booted.ts";

export const proof: Proof = {
  wherever: [
    {
      check: statusAnswered,
      red: { "status-error": ["status-answered"], "unknown-error-code": ["status-answered"] },
    },
  ],
};
