import type { Proof } from "../../proof.ts";

export const proof: Proof = { everywhere: { "wrong-subprotocol": ["subprotocol"] } };
