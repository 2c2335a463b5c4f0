import { measurands } from "../../model/metering/meter-value.ts";
import type { SettingSpec } from "../../model/configuration/settings.ts";

const profiles = "Core,RemoteTrigger";
const usualSamples = "Energy.Active.Import.Register,Power.Active.Import,Current.Import,Voltage,SoC";
const measurandList = { type: "list", options: measurands, maxItems: 20 } as const;

/** Configuration keys of the core profile (1.6 C §9.1). Times in seconds. */
export const settings: readonly SettingSpec[] = [
  { name: "AllowOfflineTxForUnknownId", default: "false", type: "boolean", drives: "offlineUnknown" },
  { name: "AuthorizationCacheEnabled", default: "true", type: "boolean", drives: "cacheEnabled" },
  { name: "AuthorizeRemoteTxRequests", default: "true", type: "boolean", drives: "authorizeRemoteStart" },
  {
    name: "ClockAlignedDataInterval",
    default: "0",
    type: "integer",
    max: 86_400,
    drives: "alignedInterval",
    unit: "s",
  },
  {
    name: "ConnectionTimeOut",
    default: "60",
    type: "integer",
    min: 1,
    drives: "connectionTimeout",
    unit: "s",
  },
  { name: "ConnectorPhaseRotation", default: "0.Unknown", type: "string", maxLength: 500 },
  { name: "GetConfigurationMaxKeys", default: "50", type: "integer", readOnly: true },
  {
    name: "HeartbeatInterval",
    default: "300",
    type: "integer",
    min: 1,
    drives: "heartbeatInterval",
    unit: "s",
  },
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
  { name: "MeterValueSampleInterval", default: "60", type: "integer", drives: "sampleInterval", unit: "s" },
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
    type: "integer",
    max: 86_400,
    drives: "transactionRetryInterval",
    unit: "s",
  },
  { name: "UnlockConnectorOnEVSideDisconnect", default: "true", type: "boolean" },
  {
    name: "WebSocketPingInterval",
    default: "60",
    type: "integer",
    max: 86_400,
    drives: "pingInterval",
    unit: "s",
  },
];
