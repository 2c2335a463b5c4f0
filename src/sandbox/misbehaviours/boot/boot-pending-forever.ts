import { everywhere } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const bootPendingForever: Misbehaviour = {
  name: "boot-pending-forever",
  text: "Answers every BootNotification with Pending and never accepts the station (1.6 §4.2; B02).",
  dialects: everywhere,
  deeds: { boot: () => "Pending" },
};
