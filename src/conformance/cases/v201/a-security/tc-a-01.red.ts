import type { Proof } from "../../../testing/proof.ts";

export const proof: Proof = { cases: { TC_A_01_CSMS: { "refuses-password": ["login-accepted"] } } };
