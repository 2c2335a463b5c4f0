import { measurands } from "../../model/metering/meter-value.ts";
import type { SettingSpec } from "../../model/configuration/settings.ts";

const profiles = "Core,RemoteTrigger";
const usualSamples = "Energy.Active.Import.Register,Power.Active.Import,Current.Import,Voltage,SoC";
const measurandList = { type: "list", options: measurands, maxItems: 20 } as const;
const seconds = { type: "integer", unit: "s" } as const;
const day = 86_400;

/** Configuration keys of the core profile (1.6 C §9.1). */
export const settings: readonly SettingSpec[] = [
  { name: "AllowOfflineTxForUnknownId", default: "false", type: "boolean", drives: "offlineUnknown" },
  { name: "AuthorizationCacheEnabled", default: "true", type: "boolean", drives: "cacheEnabled" },
  { name: "AuthorizeRemoteTxRequests", default: "true", type: "boolean", drives: "authorizeRemoteStart" },
  { name: "ClockAlignedDataInterval", default: "0", ...seconds, max: day, drives: "alignedInterval" },
  { name: "ConnectionTimeOut", default: "60", ...seconds, min: 1, drives: "connectionTimeout" },
  { name: "ConnectorPhaseRotation", default: "0.Unknown", type: "string", maxLength: 500 },
  { name: "GetConfigurationMaxKeys", default: "50", type: "integer", readOnly: true },
  { name: "HeartbeatInterval", default: "300", ...seconds, min: 1, drives: "heartbeatInterval" },
  { name: "LocalAuthorizeOffline", default: "true", type: "boolean", drives: "offlineKnown" },
  { name: "LocalPreAuthorize", default: "false", type: "boolean", drives: "preAuthorize" },
  { name: "MaxEnergyOnInvalidId", default: "0", type: "integer", drives: "maxEnergyOnInvalid", unit: "Wh" },
  {
    name: "MeterValuesAlignedData",
    default: "Energy.Active.Import.Register",
    ...measurandList,
    drives: "alignedMeasurands",
  },
  { name: "MeterValuesSampledData", default: usualSamples, ...measurandList, drives: "sampledMeasurands" },
  { name: "MeterValueSampleInterval", default: "60", ...seconds, drives: "sampleInterval" },
  {
    name: "NumberOfConnectors",
    default: "1",
    type: "integer",
    readOnly: true,
    read: (station) => String(station.evses.length),
  },
  { name: "ResetRetries", default: "1", type: "integer", max: 10 },
  {
    name: "StopTransactionOnEVSideDisconnect",
    default: "true",
    type: "boolean",
    drives: "stopOnEvDisconnect",
  },
  { name: "StopTransactionOnInvalidId", default: "true", type: "boolean", drives: "stopOnInvalid" },
  { name: "StopTxnAlignedData", default: "", ...measurandList },
  { name: "StopTxnSampledData", default: "", ...measurandList, drives: "endedMeasurands" },
  { name: "SupportedFeatureProfiles", default: profiles, type: "string", readOnly: true },
  {
    name: "TransactionMessageAttempts",
    default: "3",
    type: "integer",
    min: 1,
    max: 100,
    drives: "transactionAttempts",
  },
  {
    name: "TransactionMessageRetryInterval",
    default: "60",
    ...seconds,
    max: day,
    drives: "transactionRetryInterval",
  },
  { name: "UnlockConnectorOnEVSideDisconnect", default: "true", type: "boolean" },
  { name: "WebSocketPingInterval", default: "60", ...seconds, max: day, drives: "pingInterval" },
];
