import { oneOf } from "../../shape.ts";

export const Monitor = oneOf([
  "UpperThreshold",
  "LowerThreshold",
  "Delta",
  "Periodic",
  "PeriodicClockAligned",
]);
