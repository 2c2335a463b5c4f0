import type { Answers } from "../answer.ts";
import { authorize } from "./core/authorize.ts";
import { bootNotification } from "./core/boot-notification.ts";
import { dataTransfer } from "./core/data-transfer.ts";
import { heartbeat } from "./core/heartbeat.ts";
import { meterValues } from "./core/meter-values.ts";
import { startTransaction } from "./core/start-transaction.ts";
import { stopTransaction } from "./core/stop-transaction.ts";

/** What a station is told for each of its actions; where that never differs, the payload stands here. */
export const answers: Answers = {
  Authorize: authorize,
  BootNotification: bootNotification,
  DataTransfer: dataTransfer,
  DiagnosticsStatusNotification: {},
  FirmwareStatusNotification: {},
  Heartbeat: heartbeat,
  LogStatusNotification: {},
  MeterValues: meterValues,
  SecurityEventNotification: {},
  // The sandbox has no certificate authority, and says so rather than promise a certificate (white paper A02.FR.12).
  SignCertificate: { status: "Rejected" },
  SignedFirmwareStatusNotification: {},
  StartTransaction: startTransaction,
  StatusNotification: {},
  StopTransaction: stopTransaction,
};
