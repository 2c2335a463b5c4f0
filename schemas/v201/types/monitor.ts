import type { Static } from "typebox";
import { oneOf } from "../../shape.ts";

export const Monitor = oneOf([
  "UpperThreshold",
  "LowerThreshold",
  "Delta",
  "Periodic",
  "PeriodicClockAligned",
]);
export type Monitor = Static<typeof Monitor>;
