import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms, station } from "../../entry.ts";
import { BatterySwapRequest, BatterySwapResponse } from "./battery-swap.ts";
import { RequestBatterySwapRequest, RequestBatterySwapResponse } from "./request-battery-swap.ts";

const name = "S Battery swap";

export const batterySwap: Catalogue = {
  BatterySwap: station(name, BatterySwapRequest, BatterySwapResponse),
  RequestBatterySwap: csms(name, RequestBatterySwapRequest, RequestBatterySwapResponse),
};
