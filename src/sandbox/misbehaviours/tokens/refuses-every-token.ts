import { everywhere } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const refusesEveryToken: Misbehaviour = {
  name: "refuses-every-token",
  text: "Blocks every token, the valid ones too (1.6 §4.1; C01.FR.07, E01.FR.11).",
  dialects: everywhere,
  deeds: { tokens: () => "Blocked" },
};
