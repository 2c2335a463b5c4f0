import { standardComponents as earlier } from "../../v201/device-model/components.ts";

export const standardComponents = [
  ...earlier,
  "ACDERCtrlr",
  "BatteryCartridge",
  "BatterySwapCtrlr",
  "DataCollector",
  "DCDERCtrlr",
  "FrequencySimulator",
  "NetworkConfiguration",
  "PaymentCtrlr",
  "V2XChargingCtrlr",
  "WebPaymentsCtrlr",
] as const;
