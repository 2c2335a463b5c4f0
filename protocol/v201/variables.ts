import { measurands } from "../model/metering/meter-value.ts";
import type { SettingSpec } from "../model/configuration/settings.ts";
import { variableName, variableTable } from "./variable.ts";
import type { VariableSpec } from "./variable.ts";

type Rest = SettingSpec extends infer Spec ? (Spec extends unknown ? Omit<Spec, "name"> : never) : never;

const points = ["ParkingBayOccupancy", "EVConnected", "Authorized", "PowerPathClosed", "EnergyTransfer"];
const day = 86_400;
const register = "Energy.Active.Import.Register";
const usualSamples = `${register},Power.Active.Import,Current.Import,Voltage,SoC`;
const measurandList = { type: "list", options: measurands, maxItems: 20 } as const;
const seconds = { type: "integer", unit: "s", max: day } as const;

/** `path` is Component.Variable or Component.Variable[instance]. */
function variable(path: string, rest: Rest): VariableSpec {
  const [component = "", name = "", instance] = path.split(/[.[\]]/);
  const place = {
    component: { name: component },
    variable: { name, ...(instance === undefined ? {} : { instance }) },
  };
  return { ...rest, ...place, name: variableName(place) };
}

/** The controllers' variables (Part 2, referenced components and variables). Times in seconds. */
const specs: VariableSpec[] = [
  variable("AlignedDataCtrlr.Interval", { default: "0", ...seconds, drives: "alignedInterval" }),
  variable("AlignedDataCtrlr.Measurands", {
    default: register,
    ...measurandList,
    drives: "alignedMeasurands",
  }),
  variable("AlignedDataCtrlr.TxEndedInterval", { default: "0", ...seconds }),
  variable("AlignedDataCtrlr.TxEndedMeasurands", { default: "", ...measurandList }),
  variable("AuthCacheCtrlr.Enabled", { default: "true", type: "boolean", drives: "cacheEnabled" }),
  variable("AuthCtrlr.AuthorizeRemoteStart", {
    default: "true",
    type: "boolean",
    drives: "authorizeRemoteStart",
  }),
  variable("AuthCtrlr.LocalAuthorizeOffline", { default: "true", type: "boolean", drives: "offlineKnown" }),
  variable("AuthCtrlr.LocalPreAuthorize", { default: "false", type: "boolean", drives: "preAuthorize" }),
  variable("AuthCtrlr.OfflineTxForUnknownIdEnabled", {
    default: "false",
    type: "boolean",
    drives: "offlineUnknown",
  }),
  variable("ClockCtrlr.DateTime", {
    default: "",
    type: "string",
    read: (station) => new Date(station.now).toISOString(),
  }),
  variable("ClockCtrlr.TimeSource", { default: "Heartbeat", type: "list", options: ["Heartbeat"] }),
  variable("DeviceDataCtrlr.BytesPerMessage[GetReport]", {
    default: "65536",
    type: "integer",
    readOnly: true,
  }),
  variable("DeviceDataCtrlr.BytesPerMessage[GetVariables]", {
    default: "65536",
    type: "integer",
    readOnly: true,
  }),
  variable("DeviceDataCtrlr.BytesPerMessage[SetVariables]", {
    default: "65536",
    type: "integer",
    readOnly: true,
  }),
  variable("DeviceDataCtrlr.ItemsPerMessage[GetReport]", { default: "50", type: "integer", readOnly: true }),
  variable("DeviceDataCtrlr.ItemsPerMessage[GetVariables]", {
    default: "50",
    type: "integer",
    readOnly: true,
  }),
  variable("DeviceDataCtrlr.ItemsPerMessage[SetVariables]", {
    default: "50",
    type: "integer",
    readOnly: true,
  }),
  variable("OCPPCommCtrlr.FileTransferProtocols", {
    default: "",
    type: "list",
    readOnly: true,
    options: ["FTP", "FTPS", "HTTP", "HTTPS", "SFTP"],
  }),
  variable("OCPPCommCtrlr.HeartbeatInterval", {
    default: "300",
    ...seconds,
    min: 1,
    drives: "heartbeatInterval",
  }),
  variable("OCPPCommCtrlr.MessageAttempts[TransactionEvent]", {
    default: "3",
    type: "integer",
    min: 1,
    max: 100,
    drives: "transactionAttempts",
  }),
  variable("OCPPCommCtrlr.MessageAttemptInterval[TransactionEvent]", {
    default: "60",
    ...seconds,
    drives: "transactionRetryInterval",
  }),
  variable("OCPPCommCtrlr.MessageTimeout[Default]", { default: "30", ...seconds, readOnly: true }),
  variable("OCPPCommCtrlr.NetworkConfigurationPriority", {
    default: "1",
    type: "list",
    options: ["1"],
    rebootRequired: true,
  }),
  variable("OCPPCommCtrlr.NetworkProfileConnectionAttempts", { default: "3", type: "integer", min: 1 }),
  variable("OCPPCommCtrlr.OfflineThreshold", { default: "60", ...seconds, drives: "offlineThreshold" }),
  variable("OCPPCommCtrlr.ResetRetries", { default: "1", type: "integer", max: 10 }),
  variable("OCPPCommCtrlr.RetryBackOffRandomRange", { default: "2", ...seconds, drives: "backOffRandom" }),
  variable("OCPPCommCtrlr.RetryBackOffRepeatTimes", {
    default: "5",
    type: "integer",
    max: 16,
    drives: "backOffRepeats",
  }),
  variable("OCPPCommCtrlr.RetryBackOffWaitMinimum", { default: "2", ...seconds, drives: "backOffMinimum" }),
  variable("OCPPCommCtrlr.UnlockOnEVSideDisconnect", { default: "true", type: "boolean" }),
  variable("OCPPCommCtrlr.WebSocketPingInterval", { default: "60", ...seconds, drives: "pingInterval" }),
  variable("SampledDataCtrlr.TxEndedInterval", { default: "0", ...seconds }),
  variable("SampledDataCtrlr.TxEndedMeasurands", {
    default: register,
    ...measurandList,
    drives: "endedMeasurands",
  }),
  variable("SampledDataCtrlr.TxStartedMeasurands", {
    default: register,
    ...measurandList,
    drives: "startedMeasurands",
  }),
  variable("SampledDataCtrlr.TxUpdatedInterval", { default: "60", ...seconds, drives: "sampleInterval" }),
  variable("SampledDataCtrlr.TxUpdatedMeasurands", {
    default: usualSamples,
    ...measurandList,
    drives: "sampledMeasurands",
  }),
  // 16 to 40 characters (A00.FR.205).
  variable("SecurityCtrlr.BasicAuthPassword", {
    default: "",
    type: "string",
    minLength: 16,
    maxLength: 40,
    writeOnly: true,
    password: true,
  }),
  variable("SecurityCtrlr.CertificateEntries", { default: "0", type: "integer", readOnly: true }),
  variable("SecurityCtrlr.OrganizationName", { default: "Stationmaster", type: "string", maxLength: 64 }),
  variable("SecurityCtrlr.SecurityProfile", { default: "1", type: "integer", max: 3, readOnly: true }),
  variable("TxCtrlr.EVConnectionTimeOut", { default: "60", ...seconds, min: 1, drives: "connectionTimeout" }),
  variable("TxCtrlr.MaxEnergyOnInvalidId", {
    default: "0",
    type: "integer",
    unit: "Wh",
    drives: "maxEnergyOnInvalid",
  }),
  variable("TxCtrlr.StopTxOnEVSideDisconnect", {
    default: "true",
    type: "boolean",
    drives: "stopOnEvDisconnect",
  }),
  variable("TxCtrlr.StopTxOnInvalidId", { default: "true", type: "boolean", drives: "stopOnInvalid" }),
  variable("TxCtrlr.TxStartPoint", {
    default: "EVConnected,Authorized",
    type: "list",
    options: points,
    drives: "startPoints",
  }),
  variable("TxCtrlr.TxStopPoint", {
    default: "EVConnected,Authorized",
    type: "list",
    options: points,
    drives: "stopPoints",
  }),
];

export const { settings, places } = variableTable(specs);
