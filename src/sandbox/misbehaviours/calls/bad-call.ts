import { everywhere } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const badCall: Misbehaviour = {
  name: "bad-call",
  text: "Sends a CALL that breaks its schema when a station was accepted (OCPP-J 1.6 §4.2.1; Part 4 §4.1.7).",
  dialects: everywhere,
  actions: ["BootNotification"],
  deeds: {
    after: (_asked, { status, version, call }) => {
      if (status === "Accepted") call(version.bad);
    },
  },
};
