import type { Proof } from "../../../testing/proof.ts";

export const proof: Proof = {
  cases: { TC_005_1_CSMS: { "stop-unanswered": ["stop-answered", "answered"] } },
};
