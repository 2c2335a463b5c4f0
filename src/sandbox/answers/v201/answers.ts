import type { Answers } from "../answer.ts";
import { bootNotification } from "./b-provisioning/boot-notification.ts";
import { authorize } from "./c-authorization/authorize.ts";
import { transactionEvent } from "./e-transactions/transaction-event.ts";
import { heartbeat } from "./g-availability/heartbeat.ts";
import { dataTransfer } from "./p-data-transfer/data-transfer.ts";

/** What a station is told for each of its actions; where that never differs, the payload stands here. */
export const answers: Answers = {
  Authorize: authorize,
  BootNotification: bootNotification,
  ClearedChargingLimit: {},
  DataTransfer: dataTransfer,
  FirmwareStatusNotification: {},
  // The sandbox knows no contract certificates.
  Get15118EVCertificate: { status: "Failed", exiResponse: "" },
  // M06.FR.04: the sandbox asks no OCSP responder.
  GetCertificateStatus: { status: "Failed" },
  Heartbeat: heartbeat,
  LogStatusNotification: {},
  // J01.FR.18: always answered.
  MeterValues: {},
  NotifyChargingLimit: {},
  NotifyCustomerInformation: {},
  NotifyDisplayMessages: {},
  // K15.FR.04: the sandbox makes no schedules.
  NotifyEVChargingNeeds: { status: "Rejected" },
  // K15.FR.11: the sandbox sets no limits, so every schedule of an EV is within them.
  NotifyEVChargingSchedule: { status: "Accepted" },
  NotifyEvent: {},
  NotifyMonitoringReport: {},
  NotifyReport: {},
  PublishFirmwareStatusNotification: {},
  ReportChargingProfiles: {},
  ReservationStatusUpdate: {},
  SecurityEventNotification: {},
  // The sandbox has no certificate authority, and says so rather than promise a certificate (A02.FR.12).
  SignCertificate: { status: "Rejected" },
  StatusNotification: {},
  TransactionEvent: transactionEvent,
};
