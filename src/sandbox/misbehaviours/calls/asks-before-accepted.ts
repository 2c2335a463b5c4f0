import type { Misbehaviour } from "../misbehaviour.ts";

export const asksBeforeAccepted: Misbehaviour = {
  name: "asks-before-accepted",
  text: "Asks a station to start a transaction while its boot is Pending or Rejected (1.6 §4.2; B02.FR.05, B03.FR.03).",
  dialects: ["1.6J", "2.0.1"],
  after: ({ action }, { status, version, call }) => {
    if (action === "BootNotification" && (status === "Pending" || status === "Rejected"))
      call(version.remoteStart);
  },
};
