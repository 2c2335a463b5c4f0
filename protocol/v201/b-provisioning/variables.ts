import { seconds, variable } from "./variable.ts";
import type { VariableSpec } from "./variable.ts";

/** Variables of block B (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
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
];
