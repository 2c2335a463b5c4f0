import { everywhere } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const wrongSubprotocol: Misbehaviour = {
  name: "wrong-subprotocol",
  text: "Echoes a sub-protocol that the station did not offer (OCPP-J 1.6 §3.2; Part 4 §3.2).",
  dialects: everywhere,
  // No dialect has this name, so no station offers it.
  deeds: { handshake: (right) => ({ ...right, subprotocol: "ocpp1.5" }) },
};
