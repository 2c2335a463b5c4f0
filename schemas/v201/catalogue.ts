import type { Catalogue } from "../../protocol/validate/catalogue.ts";
import { both, csms, station } from "../entry.ts";
import * as CertificateSigned from "./a-security/certificate-signed.ts";
import * as SecurityEventNotification from "./a-security/security-event-notification.ts";
import * as SignCertificate from "./a-security/sign-certificate.ts";
import * as BootNotification from "./b-provisioning/boot-notification.ts";
import * as GetBaseReport from "./b-provisioning/get-base-report.ts";
import * as GetReport from "./b-provisioning/get-report.ts";
import * as GetVariables from "./b-provisioning/get-variables.ts";
import * as NotifyReport from "./b-provisioning/notify-report.ts";
import * as Reset from "./b-provisioning/reset.ts";
import * as SetNetworkProfile from "./b-provisioning/set-network-profile.ts";
import * as SetVariables from "./b-provisioning/set-variables.ts";
import * as Authorize from "./c-authorization/authorize.ts";
import * as ClearCache from "./c-authorization/clear-cache.ts";
import * as GetLocalListVersion from "./d-local-list/get-local-list-version.ts";
import * as SendLocalList from "./d-local-list/send-local-list.ts";
import * as GetTransactionStatus from "./e-transactions/get-transaction-status.ts";
import * as TransactionEvent from "./e-transactions/transaction-event.ts";
import * as RequestStartTransaction from "./f-remote-control/request-start-transaction.ts";
import * as RequestStopTransaction from "./f-remote-control/request-stop-transaction.ts";
import * as TriggerMessage from "./f-remote-control/trigger-message.ts";
import * as UnlockConnector from "./f-remote-control/unlock-connector.ts";
import * as ChangeAvailability from "./g-availability/change-availability.ts";
import * as Heartbeat from "./g-availability/heartbeat.ts";
import * as StatusNotification from "./g-availability/status-notification.ts";
import * as CancelReservation from "./h-reservation/cancel-reservation.ts";
import * as ReservationStatusUpdate from "./h-reservation/reservation-status-update.ts";
import * as ReserveNow from "./h-reservation/reserve-now.ts";
import * as CostUpdated from "./i-tariff-and-cost/cost-updated.ts";
import * as MeterValues from "./j-metering/meter-values.ts";
import * as ClearChargingProfile from "./k-smart-charging/clear-charging-profile.ts";
import * as ClearedChargingLimit from "./k-smart-charging/cleared-charging-limit.ts";
import * as GetChargingProfiles from "./k-smart-charging/get-charging-profiles.ts";
import * as GetCompositeSchedule from "./k-smart-charging/get-composite-schedule.ts";
import * as NotifyChargingLimit from "./k-smart-charging/notify-charging-limit.ts";
import * as NotifyEVChargingNeeds from "./k-smart-charging/notify-ev-charging-needs.ts";
import * as NotifyEVChargingSchedule from "./k-smart-charging/notify-ev-charging-schedule.ts";
import * as ReportChargingProfiles from "./k-smart-charging/report-charging-profiles.ts";
import * as SetChargingProfile from "./k-smart-charging/set-charging-profile.ts";
import * as FirmwareStatusNotification from "./l-firmware/firmware-status-notification.ts";
import * as PublishFirmwareStatusNotification from "./l-firmware/publish-firmware-status-notification.ts";
import * as PublishFirmware from "./l-firmware/publish-firmware.ts";
import * as UnpublishFirmware from "./l-firmware/unpublish-firmware.ts";
import * as UpdateFirmware from "./l-firmware/update-firmware.ts";
import * as DeleteCertificate from "./m-certificates/delete-certificate.ts";
import * as Get15118EVCertificate from "./m-certificates/get-15118-ev-certificate.ts";
import * as GetCertificateStatus from "./m-certificates/get-certificate-status.ts";
import * as GetInstalledCertificateIds from "./m-certificates/get-installed-certificate-ids.ts";
import * as InstallCertificate from "./m-certificates/install-certificate.ts";
import * as ClearVariableMonitoring from "./n-diagnostics/clear-variable-monitoring.ts";
import * as CustomerInformation from "./n-diagnostics/customer-information.ts";
import * as GetLog from "./n-diagnostics/get-log.ts";
import * as GetMonitoringReport from "./n-diagnostics/get-monitoring-report.ts";
import * as LogStatusNotification from "./n-diagnostics/log-status-notification.ts";
import * as NotifyCustomerInformation from "./n-diagnostics/notify-customer-information.ts";
import * as NotifyEvent from "./n-diagnostics/notify-event.ts";
import * as NotifyMonitoringReport from "./n-diagnostics/notify-monitoring-report.ts";
import * as SetMonitoringBase from "./n-diagnostics/set-monitoring-base.ts";
import * as SetMonitoringLevel from "./n-diagnostics/set-monitoring-level.ts";
import * as SetVariableMonitoring from "./n-diagnostics/set-variable-monitoring.ts";
import * as ClearDisplayMessage from "./o-display/clear-display-message.ts";
import * as GetDisplayMessages from "./o-display/get-display-messages.ts";
import * as NotifyDisplayMessages from "./o-display/notify-display-messages.ts";
import * as SetDisplayMessage from "./o-display/set-display-message.ts";
import * as DataTransfer from "./p-data-transfer/data-transfer.ts";

/** The messages of 2.0.1, `block` being the functional block of Part 2. */
export const catalogue: Catalogue = {
  Authorize: station("C Authorization", Authorize),
  BootNotification: station("B Provisioning", BootNotification),
  CancelReservation: csms("H Reservation", CancelReservation),
  CertificateSigned: csms("A Security", CertificateSigned),
  ChangeAvailability: csms("G Availability", ChangeAvailability),
  ClearCache: csms("C Authorization", ClearCache),
  ClearChargingProfile: csms("K Smart charging", ClearChargingProfile),
  ClearDisplayMessage: csms("O Display", ClearDisplayMessage),
  ClearVariableMonitoring: csms("N Diagnostics", ClearVariableMonitoring),
  ClearedChargingLimit: station("K Smart charging", ClearedChargingLimit),
  CostUpdated: csms("I Tariff and cost", CostUpdated),
  CustomerInformation: csms("N Diagnostics", CustomerInformation),
  DataTransfer: both("P DataTransfer", DataTransfer),
  DeleteCertificate: csms("M Certificates", DeleteCertificate),
  FirmwareStatusNotification: station("L Firmware", FirmwareStatusNotification),
  Get15118EVCertificate: station("M Certificates", Get15118EVCertificate),
  GetBaseReport: csms("B Provisioning", GetBaseReport),
  GetCertificateStatus: station("M Certificates", GetCertificateStatus),
  GetChargingProfiles: csms("K Smart charging", GetChargingProfiles),
  GetCompositeSchedule: csms("K Smart charging", GetCompositeSchedule),
  GetDisplayMessages: csms("O Display", GetDisplayMessages),
  GetInstalledCertificateIds: csms("M Certificates", GetInstalledCertificateIds),
  GetLocalListVersion: csms("D Local list", GetLocalListVersion),
  GetLog: csms("N Diagnostics", GetLog),
  GetMonitoringReport: csms("N Diagnostics", GetMonitoringReport),
  GetReport: csms("B Provisioning", GetReport),
  GetTransactionStatus: csms("E Transactions", GetTransactionStatus),
  GetVariables: csms("B Provisioning", GetVariables),
  Heartbeat: station("G Availability", Heartbeat),
  InstallCertificate: csms("M Certificates", InstallCertificate),
  LogStatusNotification: station("N Diagnostics", LogStatusNotification),
  MeterValues: station("J Metering", MeterValues),
  NotifyChargingLimit: station("K Smart charging", NotifyChargingLimit),
  NotifyCustomerInformation: station("N Diagnostics", NotifyCustomerInformation),
  NotifyDisplayMessages: station("O Display", NotifyDisplayMessages),
  NotifyEVChargingNeeds: station("K Smart charging", NotifyEVChargingNeeds),
  NotifyEVChargingSchedule: station("K Smart charging", NotifyEVChargingSchedule),
  NotifyEvent: station("N Diagnostics", NotifyEvent),
  NotifyMonitoringReport: station("N Diagnostics", NotifyMonitoringReport),
  NotifyReport: station("B Provisioning", NotifyReport),
  PublishFirmware: csms("L Firmware", PublishFirmware),
  PublishFirmwareStatusNotification: station("L Firmware", PublishFirmwareStatusNotification),
  ReportChargingProfiles: station("K Smart charging", ReportChargingProfiles),
  RequestStartTransaction: csms("F Remote control", RequestStartTransaction),
  RequestStopTransaction: csms("F Remote control", RequestStopTransaction),
  ReservationStatusUpdate: station("H Reservation", ReservationStatusUpdate),
  ReserveNow: csms("H Reservation", ReserveNow),
  Reset: csms("B Provisioning", Reset),
  SecurityEventNotification: station("A Security", SecurityEventNotification),
  SendLocalList: csms("D Local list", SendLocalList),
  SetChargingProfile: csms("K Smart charging", SetChargingProfile),
  SetDisplayMessage: csms("O Display", SetDisplayMessage),
  SetMonitoringBase: csms("N Diagnostics", SetMonitoringBase),
  SetMonitoringLevel: csms("N Diagnostics", SetMonitoringLevel),
  SetNetworkProfile: csms("B Provisioning", SetNetworkProfile),
  SetVariableMonitoring: csms("N Diagnostics", SetVariableMonitoring),
  SetVariables: csms("B Provisioning", SetVariables),
  SignCertificate: station("A Security", SignCertificate),
  StatusNotification: station("G Availability", StatusNotification),
  TransactionEvent: station("E Transactions", TransactionEvent),
  TriggerMessage: csms("F Remote control", TriggerMessage),
  UnlockConnector: csms("F Remote control", UnlockConnector),
  UnpublishFirmware: csms("L Firmware", UnpublishFirmware),
  UpdateFirmware: csms("L Firmware", UpdateFirmware),
};
