import { oneOf } from "../../shape.ts";
import { ChargingNeeds } from "../../v201/k-smart-charging/notify-ev-charging-needs.ts";

/** BPT: in both directions. DER: as a distributed energy resource. ACDP: by pantograph. WPT: without a wire. */
export const EnergyTransferMode = oneOf([
  ...ChargingNeeds.properties.requestedEnergyTransfer.enum,
  "AC_BPT",
  "AC_BPT_DER",
  "AC_DER",
  "DC_BPT",
  "DC_ACDP",
  "DC_ACDP_BPT",
  "WPT",
]);
