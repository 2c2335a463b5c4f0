import type { VersionBlock } from "../../model/version.ts";
import { meterValues } from "./meter-values.ts";
import { variables } from "./variables.ts";

/** J: meter values. */
export const metering: VersionBlock = {
  wording: {
    "meter-values": { message: (fact) => ({ action: "MeterValues", payload: meterValues(fact) }) },
  },
  settings: variables,
};
