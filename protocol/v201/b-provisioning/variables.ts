import { standardVariable } from "./standard-variable.ts";
import type { VariableSpec } from "./variable.ts";

/** Seconds. */
const day = 86_400;

/** Variables of block B (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
  standardVariable("ClockCtrlr.DateTime", {
    default: "",
    read: (station) => new Date(station.now).toISOString(),
  }),
  standardVariable("ClockCtrlr.TimeSource", { default: "Heartbeat", options: ["Heartbeat"] }),
  standardVariable("DeviceDataCtrlr.BytesPerMessage[GetReport]", { default: "65536" }),
  standardVariable("DeviceDataCtrlr.BytesPerMessage[GetVariables]", { default: "65536" }),
  standardVariable("DeviceDataCtrlr.BytesPerMessage[SetVariables]", { default: "65536" }),
  standardVariable("DeviceDataCtrlr.ItemsPerMessage[GetReport]", { default: "50" }),
  standardVariable("DeviceDataCtrlr.ItemsPerMessage[GetVariables]", { default: "50" }),
  standardVariable("DeviceDataCtrlr.ItemsPerMessage[SetVariables]", { default: "50" }),
  standardVariable("OCPPCommCtrlr.FileTransferProtocols", { default: "" }),
  standardVariable("OCPPCommCtrlr.HeartbeatInterval", {
    default: "300",
    max: day,
    min: 1,
    drives: "heartbeatInterval",
  }),
  standardVariable("OCPPCommCtrlr.MessageAttempts[TransactionEvent]", {
    default: "3",
    min: 1,
    max: 100,
    drives: "transactionAttempts",
  }),
  standardVariable("OCPPCommCtrlr.MessageAttemptInterval[TransactionEvent]", {
    default: "60",
    max: day,
    drives: "transactionRetryInterval",
  }),
  standardVariable("OCPPCommCtrlr.MessageTimeout[Default]", { default: "30", max: day }),
  standardVariable("OCPPCommCtrlr.NetworkConfigurationPriority", {
    default: "1",
    options: ["1"],
    rebootRequired: true,
  }),
  standardVariable("OCPPCommCtrlr.NetworkProfileConnectionAttempts", { default: "3", min: 1 }),
  standardVariable("OCPPCommCtrlr.OfflineThreshold", { default: "60", max: day, drives: "offlineThreshold" }),
  standardVariable("OCPPCommCtrlr.ResetRetries", { default: "1", max: 10 }),
  standardVariable("OCPPCommCtrlr.RetryBackOffRandomRange", {
    default: "2",
    max: day,
    drives: "backOffRandom",
  }),
  standardVariable("OCPPCommCtrlr.RetryBackOffRepeatTimes", {
    default: "5",
    max: 16,
    drives: "backOffRepeats",
  }),
  standardVariable("OCPPCommCtrlr.RetryBackOffWaitMinimum", {
    default: "2",
    max: day,
    drives: "backOffMinimum",
  }),
  standardVariable("OCPPCommCtrlr.UnlockOnEVSideDisconnect", { default: "true" }),
  standardVariable("OCPPCommCtrlr.WebSocketPingInterval", {
    default: "60",
    max: day,
    drives: "pingInterval",
  }),
];
