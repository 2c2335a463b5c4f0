import { everywhere } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const callsAtOnce: Misbehaviour = {
  name: "calls-at-once",
  text: "Sends two CALLs at once when a station was accepted, without waiting for the first answer (OCPP-J 1.6 §4.1.1; Part 4 §4.1.1, FR.01).",
  dialects: everywhere,
  actions: ["BootNotification"],
  deeds: {
    after: (_asked, { status, version, callAtOnce }) => {
      if (status === "Accepted") version.harmless.forEach(callAtOnce);
    },
  },
};
