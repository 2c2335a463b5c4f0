import { everywhere } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const asksBeforeAccepted: Misbehaviour = {
  name: "asks-before-accepted",
  text: "Asks a station to start a transaction while its boot is Pending or Rejected (1.6 §4.2; B02.FR.05, B03.FR.03).",
  dialects: everywhere,
  actions: ["BootNotification"],
  deeds: {
    after: (_asked, { status, version, call }) => {
      if (status === "Pending" || status === "Rejected") call(version.remoteStart);
    },
  },
};
