import { atLeast, optional } from "../../shape.ts";
import { object } from "./object.ts";

/** When a stream sends: after so many seconds, or when so many values are there. */
export const PeriodicEventStreamParams = object({
  /** Seconds. */
  interval: optional(atLeast(0)),
  values: optional(atLeast(0)),
});

export const ConstantStreamData = object({
  id: atLeast(0),
  params: PeriodicEventStreamParams,
  variableMonitoringId: atLeast(0),
});
