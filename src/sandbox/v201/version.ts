import type { Ask, SandboxVersion } from "../answer.ts";
import { authorize } from "./authorize.ts";
import { bootNotification } from "./boot-notification.ts";
import { clearedChargingLimit } from "./cleared-charging-limit.ts";
import { dataTransfer } from "./data-transfer.ts";
import { firmwareStatusNotification } from "./firmware-status-notification.ts";
import { get15118EVCertificate } from "./get-15118-ev-certificate.ts";
import { getCertificateStatus } from "./get-certificate-status.ts";
import { heartbeat } from "./heartbeat.ts";
import { logStatusNotification } from "./log-status-notification.ts";
import { meterValues } from "./meter-values.ts";
import { notifyChargingLimit } from "./notify-charging-limit.ts";
import { notifyCustomerInformation } from "./notify-customer-information.ts";
import { notifyDisplayMessages } from "./notify-display-messages.ts";
import { notifyEVChargingNeeds } from "./notify-ev-charging-needs.ts";
import { notifyEVChargingSchedule } from "./notify-ev-charging-schedule.ts";
import { notifyEvent } from "./notify-event.ts";
import { notifyMonitoringReport } from "./notify-monitoring-report.ts";
import { notifyReport } from "./notify-report.ts";
import { publishFirmwareStatusNotification } from "./publish-firmware-status-notification.ts";
import { reportChargingProfiles } from "./report-charging-profiles.ts";
import { reservationStatusUpdate } from "./reservation-status-update.ts";
import { securityEventNotification } from "./security-event-notification.ts";
import { signCertificate } from "./sign-certificate.ts";
import { statusNotification } from "./status-notification.ts";
import { transactionEvent } from "./transaction-event.ts";

export const version: SandboxVersion = {
  dialect: "2.0.1",
  answers: {
    Authorize: authorize,
    BootNotification: bootNotification,
    ClearedChargingLimit: clearedChargingLimit,
    DataTransfer: dataTransfer,
    FirmwareStatusNotification: firmwareStatusNotification,
    Get15118EVCertificate: get15118EVCertificate,
    GetCertificateStatus: getCertificateStatus,
    Heartbeat: heartbeat,
    LogStatusNotification: logStatusNotification,
    MeterValues: meterValues,
    NotifyChargingLimit: notifyChargingLimit,
    NotifyCustomerInformation: notifyCustomerInformation,
    NotifyDisplayMessages: notifyDisplayMessages,
    NotifyEVChargingNeeds: notifyEVChargingNeeds,
    NotifyEVChargingSchedule: notifyEVChargingSchedule,
    NotifyEvent: notifyEvent,
    NotifyMonitoringReport: notifyMonitoringReport,
    NotifyReport: notifyReport,
    PublishFirmwareStatusNotification: publishFirmwareStatusNotification,
    ReportChargingProfiles: reportChargingProfiles,
    ReservationStatusUpdate: reservationStatusUpdate,
    SecurityEventNotification: securityEventNotification,
    SignCertificate: signCertificate,
    StatusNotification: statusNotification,
    TransactionEvent: transactionEvent,
  },
  invites,
  // B01.FR.08: nothing but BootNotification comes before the first answer to one.
  strangersMustBoot: true,
  harmless: [
    {
      action: "GetVariables",
      payload: { getVariableData: [variable("OCPPCommCtrlr", "HeartbeatInterval")] },
    },
    { action: "GetVariables", payload: { getVariableData: [variable("AuthCtrlr", "Enabled")] } },
  ],
  remoteStart: {
    action: "RequestStartTransaction",
    payload: { evseId: 1, remoteStartId: 1, idToken: { idToken: "VALID-TOKEN", type: "Central" } },
  },
  bad: { action: "GetVariables", payload: { getVariableData: [] } },
};

function variable(component: string, name: string) {
  return { component: { name: component }, variable: { name } };
}

/** B02.FR.02: what a report or a trigger asks for may come before acceptance. */
function invites({ action, payload }: Ask): readonly string[] {
  if (action === "GetBaseReport" || action === "GetReport") return ["NotifyReport"];
  if (action !== "TriggerMessage") return [];
  const message = String(payload["requestedMessage"]);
  return [/^Sign.*Certificate$/.test(message) ? "SignCertificate" : message];
}
