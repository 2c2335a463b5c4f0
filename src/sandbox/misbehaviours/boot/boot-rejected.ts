import { everywhere } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const bootRejected: Misbehaviour = {
  name: "boot-rejected",
  text: "Answers every BootNotification with Rejected, also of stations it should know (1.6 §4.2; B01.FR.02).",
  dialects: everywhere,
  deeds: { boot: () => "Rejected" },
};
