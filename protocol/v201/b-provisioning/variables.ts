import { standardVariables } from "./standard-variable.ts";
import type { VariableSpec } from "./variable.ts";

/** Seconds. */
const day = 86_400;

/** Variables of block B (Part 2, referenced components and variables). Times in seconds. */
export const variables: readonly VariableSpec[] = [
  ...standardVariables("ClockCtrlr", {
    DateTime: { default: "", read: (station) => new Date(station.now).toISOString() },
    TimeSource: { default: "Heartbeat", options: ["Heartbeat"] },
  }),
  ...standardVariables("DeviceDataCtrlr", {
    "BytesPerMessage[GetReport]": { default: "65536" },
    "BytesPerMessage[GetVariables]": { default: "65536" },
    "BytesPerMessage[SetVariables]": { default: "65536" },
    "ItemsPerMessage[GetReport]": { default: "50" },
    "ItemsPerMessage[GetVariables]": { default: "50" },
    "ItemsPerMessage[SetVariables]": { default: "50" },
  }),
  ...standardVariables("OCPPCommCtrlr", {
    FileTransferProtocols: { default: "" },
    HeartbeatInterval: { default: "300", max: day, min: 1, drives: "heartbeatInterval" },
    "MessageAttempts[TransactionEvent]": { default: "3", min: 1, max: 100, drives: "transactionAttempts" },
    "MessageAttemptInterval[TransactionEvent]": {
      default: "60",
      max: day,
      drives: "transactionRetryInterval",
    },
    "MessageTimeout[Default]": { default: "30", max: day },
    NetworkConfigurationPriority: { default: "1", options: ["1"], rebootRequired: true },
    NetworkProfileConnectionAttempts: { default: "3", min: 1 },
    OfflineThreshold: { default: "60", max: day, drives: "offlineThreshold" },
    ResetRetries: { default: "1", max: 10 },
    RetryBackOffRandomRange: { default: "2", max: day, drives: "backOffRandom" },
    RetryBackOffRepeatTimes: { default: "5", max: 16, drives: "backOffRepeats" },
    RetryBackOffWaitMinimum: { default: "2", max: day, drives: "backOffMinimum" },
    UnlockOnEVSideDisconnect: { default: "true" },
    WebSocketPingInterval: { default: "60", max: day, drives: "pingInterval" },
  }),
];
