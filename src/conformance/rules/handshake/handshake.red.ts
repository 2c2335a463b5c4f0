import type { Proof } from "../../testing/proof.ts";

export const proof: Proof = { everywhere: { "wrong-subprotocol": ["subprotocol"] } };
