import { number, optional } from "../../shape.ts";

const any = () => optional(number());
/** Discharging counts below zero. */
const outward = () => optional(number({ maximum: 0 }));

/** What a schedule says of power or current: for all phases together or the first, and for the second and third. */
export const scheduleLimits = {
  limit: any(),
  limit_L2: any(),
  limit_L3: any(),
  dischargeLimit: outward(),
  dischargeLimit_L2: outward(),
  dischargeLimit_L3: outward(),
  setpoint: any(),
  setpoint_L2: any(),
  setpoint_L3: any(),
  setpointReactive: any(),
  setpointReactive_L2: any(),
  setpointReactive_L3: any(),
};
