import { everywhere } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const reusesMessageId: Misbehaviour = {
  name: "reuses-message-id",
  text: "Gives all its CALLs the same message id, and sends two one after the other when a station was accepted (OCPP-J 1.6 errata §3.1; Part 4 §4.1.4).",
  dialects: everywhere,
  actions: ["BootNotification"],
  deeds: {
    calls: (right) => ({ ...right, id: "always-the-same" }),
    after: (_asked, { status, version, call }) => {
      if (status === "Accepted") version.harmless.forEach(call);
    },
  },
};
