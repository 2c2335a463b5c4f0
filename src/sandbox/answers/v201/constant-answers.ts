import type { ConstantAnswers } from "../answer.ts";

/** What is answered alike whatever was said. */
export const constantAnswers: ConstantAnswers = {
  ClearedChargingLimit: {},
  FirmwareStatusNotification: {},
  // The sandbox knows no contract certificates.
  Get15118EVCertificate: { status: "Failed", exiResponse: "" },
  // M06.FR.04: the sandbox asks no OCSP responder.
  GetCertificateStatus: { status: "Failed" },
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
};
