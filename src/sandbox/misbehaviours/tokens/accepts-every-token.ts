import { everywhere } from "../dialects.ts";
import type { Misbehaviour } from "../misbehaviour.ts";

export const acceptsEveryToken: Misbehaviour = {
  name: "accepts-every-token",
  text: "Accepts every token, blocked, expired and unknown ones too (1.6 §4.1; C01.FR.07, E01.FR.11).",
  dialects: everywhere,
  deeds: { tokens: () => "Accepted" },
};
