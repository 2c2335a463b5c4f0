import type { Misbehaviour } from "../misbehaviour.ts";

export const reusesMessageId: Misbehaviour = {
  name: "reuses-message-id",
  text: "Gives all its CALLs the same message id, and sends two one after the other when a station was accepted (OCPP-J 1.6 errata §3.1; Part 4 §4.1.4).",
  dialects: ["1.6J", "2.0.1"],
  call: (right) => ({ ...right, id: "always-the-same" }),
  after: ({ action }, { status, version, call }) => {
    if (action === "BootNotification" && status === "Accepted") version.harmless.forEach(call);
  },
};
