import { everywhere } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const refusesPassword: Misbehaviour = {
  name: "refuses-password",
  text: "Refuses every connection with 401, even with the right password (A00.FR.207; OCPP-J 1.6 §6.2.2).",
  dialects: everywhere,
  deeds: { handshake: (right) => ({ ...right, status: 401 }) },
};
