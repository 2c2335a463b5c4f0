import { reasonCodes as earlier } from "../../v201/device-model/reason-codes.ts";

/** UnknownTxId is gone: TxNotFound says the same. */
export const reasonCodes = [
  ...earlier.filter((code) => code !== "UnknownTxId"),
  "BatteryDamaged",
  "BatterySoC",
  "BatterySoHLow",
  "BatteryType",
  "BatteryUnknown",
  "InvalidProfileId",
  "NoBatteryAvailable",
  "NoFreqWattCurve",
  "NoPhaseForDC",
  "NoSignalWattCurve",
  "RateLimitExceeded",
  "RedirectNotAllowed",
  "UnsupportedKind",
  "UnsupportedPurpose",
] as const;
