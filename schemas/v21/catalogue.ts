import type { Catalogue } from "../../protocol/validate/catalogue.ts";
import { both, csms, sendOfStation, station } from "../entry.ts";
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
import * as NotifySettlement from "./c-authorization/notify-settlement.ts";
import * as NotifyWebPaymentStarted from "./c-authorization/notify-web-payment-started.ts";
import * as VatNumberValidation from "./c-authorization/vat-number-validation.ts";
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
import * as ChangeTransactionTariff from "./i-tariff-and-cost/change-transaction-tariff.ts";
import * as ClearTariffs from "./i-tariff-and-cost/clear-tariffs.ts";
import * as CostUpdated from "./i-tariff-and-cost/cost-updated.ts";
import * as GetTariffs from "./i-tariff-and-cost/get-tariffs.ts";
import * as SetDefaultTariff from "./i-tariff-and-cost/set-default-tariff.ts";
import * as MeterValues from "./j-metering/meter-values.ts";
import * as ClearChargingProfile from "./k-smart-charging/clear-charging-profile.ts";
import * as ClearedChargingLimit from "./k-smart-charging/cleared-charging-limit.ts";
import * as GetChargingProfiles from "./k-smart-charging/get-charging-profiles.ts";
import * as GetCompositeSchedule from "./k-smart-charging/get-composite-schedule.ts";
import * as NotifyChargingLimit from "./k-smart-charging/notify-charging-limit.ts";
import * as NotifyEVChargingNeeds from "./k-smart-charging/notify-ev-charging-needs.ts";
import * as NotifyEVChargingSchedule from "./k-smart-charging/notify-ev-charging-schedule.ts";
import * as NotifyPriorityCharging from "./k-smart-charging/notify-priority-charging.ts";
import * as PullDynamicScheduleUpdate from "./k-smart-charging/pull-dynamic-schedule-update.ts";
import * as ReportChargingProfiles from "./k-smart-charging/report-charging-profiles.ts";
import * as SetChargingProfile from "./k-smart-charging/set-charging-profile.ts";
import * as UpdateDynamicSchedule from "./k-smart-charging/update-dynamic-schedule.ts";
import * as UsePriorityCharging from "./k-smart-charging/use-priority-charging.ts";
import * as FirmwareStatusNotification from "./l-firmware/firmware-status-notification.ts";
import * as PublishFirmwareStatusNotification from "./l-firmware/publish-firmware-status-notification.ts";
import * as PublishFirmware from "./l-firmware/publish-firmware.ts";
import * as UnpublishFirmware from "./l-firmware/unpublish-firmware.ts";
import * as UpdateFirmware from "./l-firmware/update-firmware.ts";
import * as DeleteCertificate from "./m-certificates/delete-certificate.ts";
import * as Get15118EVCertificate from "./m-certificates/get-15118-ev-certificate.ts";
import * as GetCertificateChainStatus from "./m-certificates/get-certificate-chain-status.ts";
import * as GetCertificateStatus from "./m-certificates/get-certificate-status.ts";
import * as GetInstalledCertificateIds from "./m-certificates/get-installed-certificate-ids.ts";
import * as InstallCertificate from "./m-certificates/install-certificate.ts";
import * as AdjustPeriodicEventStream from "./n-diagnostics/adjust-periodic-event-stream.ts";
import * as ClearVariableMonitoring from "./n-diagnostics/clear-variable-monitoring.ts";
import * as ClosePeriodicEventStream from "./n-diagnostics/close-periodic-event-stream.ts";
import * as CustomerInformation from "./n-diagnostics/customer-information.ts";
import * as GetLog from "./n-diagnostics/get-log.ts";
import * as GetMonitoringReport from "./n-diagnostics/get-monitoring-report.ts";
import * as GetPeriodicEventStream from "./n-diagnostics/get-periodic-event-stream.ts";
import * as LogStatusNotification from "./n-diagnostics/log-status-notification.ts";
import * as NotifyCustomerInformation from "./n-diagnostics/notify-customer-information.ts";
import * as NotifyEvent from "./n-diagnostics/notify-event.ts";
import * as NotifyMonitoringReport from "./n-diagnostics/notify-monitoring-report.ts";
import * as NotifyPeriodicEventStream from "./n-diagnostics/notify-periodic-event-stream.ts";
import * as OpenPeriodicEventStream from "./n-diagnostics/open-periodic-event-stream.ts";
import * as SetMonitoringBase from "./n-diagnostics/set-monitoring-base.ts";
import * as SetMonitoringLevel from "./n-diagnostics/set-monitoring-level.ts";
import * as SetVariableMonitoring from "./n-diagnostics/set-variable-monitoring.ts";
import * as ClearDisplayMessage from "./o-display/clear-display-message.ts";
import * as GetDisplayMessages from "./o-display/get-display-messages.ts";
import * as NotifyDisplayMessages from "./o-display/notify-display-messages.ts";
import * as SetDisplayMessage from "./o-display/set-display-message.ts";
import * as DataTransfer from "./p-data-transfer/data-transfer.ts";
import * as AFRRSignal from "./q-v2x/afrr-signal.ts";
import * as NotifyAllowedEnergyTransfer from "./q-v2x/notify-allowed-energy-transfer.ts";
import * as ClearDERControl from "./r-der/clear-der-control.ts";
import * as GetDERControl from "./r-der/get-der-control.ts";
import * as NotifyDERAlarm from "./r-der/notify-der-alarm.ts";
import * as NotifyDERStartStop from "./r-der/notify-der-start-stop.ts";
import * as ReportDERControl from "./r-der/report-der-control.ts";
import * as SetDERControl from "./r-der/set-der-control.ts";
import * as BatterySwap from "./s-battery-swap/battery-swap.ts";
import * as RequestBatterySwap from "./s-battery-swap/request-battery-swap.ts";

/** The messages of 2.1, `block` being the functional block of Part 2. */
export const catalogue: Catalogue = {
  CertificateSigned: csms("A Security", CertificateSigned),
  SecurityEventNotification: station("A Security", SecurityEventNotification),
  SignCertificate: station("A Security", SignCertificate),
  BootNotification: station("B Provisioning", BootNotification),
  GetBaseReport: csms("B Provisioning", GetBaseReport),
  GetReport: csms("B Provisioning", GetReport),
  GetVariables: csms("B Provisioning", GetVariables),
  NotifyReport: station("B Provisioning", NotifyReport),
  Reset: csms("B Provisioning", Reset),
  SetNetworkProfile: csms("B Provisioning", SetNetworkProfile),
  SetVariables: csms("B Provisioning", SetVariables),
  Authorize: station("C Authorization", Authorize),
  ClearCache: csms("C Authorization", ClearCache),
  NotifySettlement: station("C Authorization", NotifySettlement),
  NotifyWebPaymentStarted: csms("C Authorization", NotifyWebPaymentStarted),
  VatNumberValidation: station("C Authorization", VatNumberValidation),
  GetLocalListVersion: csms("D Local list", GetLocalListVersion),
  SendLocalList: csms("D Local list", SendLocalList),
  GetTransactionStatus: csms("E Transactions", GetTransactionStatus),
  TransactionEvent: station("E Transactions", TransactionEvent),
  RequestStartTransaction: csms("F Remote control", RequestStartTransaction),
  RequestStopTransaction: csms("F Remote control", RequestStopTransaction),
  TriggerMessage: csms("F Remote control", TriggerMessage),
  UnlockConnector: csms("F Remote control", UnlockConnector),
  ChangeAvailability: csms("G Availability", ChangeAvailability),
  Heartbeat: station("G Availability", Heartbeat),
  StatusNotification: station("G Availability", StatusNotification),
  CancelReservation: csms("H Reservation", CancelReservation),
  ReservationStatusUpdate: station("H Reservation", ReservationStatusUpdate),
  ReserveNow: csms("H Reservation", ReserveNow),
  ChangeTransactionTariff: csms("I Tariff and cost", ChangeTransactionTariff),
  ClearTariffs: csms("I Tariff and cost", ClearTariffs),
  CostUpdated: csms("I Tariff and cost", CostUpdated),
  GetTariffs: csms("I Tariff and cost", GetTariffs),
  SetDefaultTariff: csms("I Tariff and cost", SetDefaultTariff),
  MeterValues: station("J Metering", MeterValues),
  ClearChargingProfile: csms("K Smart charging", ClearChargingProfile),
  ClearedChargingLimit: station("K Smart charging", ClearedChargingLimit),
  GetChargingProfiles: csms("K Smart charging", GetChargingProfiles),
  GetCompositeSchedule: csms("K Smart charging", GetCompositeSchedule),
  NotifyChargingLimit: station("K Smart charging", NotifyChargingLimit),
  NotifyEVChargingNeeds: station("K Smart charging", NotifyEVChargingNeeds),
  NotifyEVChargingSchedule: station("K Smart charging", NotifyEVChargingSchedule),
  NotifyPriorityCharging: station("K Smart charging", NotifyPriorityCharging),
  PullDynamicScheduleUpdate: station("K Smart charging", PullDynamicScheduleUpdate),
  ReportChargingProfiles: station("K Smart charging", ReportChargingProfiles),
  SetChargingProfile: csms("K Smart charging", SetChargingProfile),
  UpdateDynamicSchedule: csms("K Smart charging", UpdateDynamicSchedule),
  UsePriorityCharging: csms("K Smart charging", UsePriorityCharging),
  FirmwareStatusNotification: station("L Firmware", FirmwareStatusNotification),
  PublishFirmware: csms("L Firmware", PublishFirmware),
  PublishFirmwareStatusNotification: station("L Firmware", PublishFirmwareStatusNotification),
  UnpublishFirmware: csms("L Firmware", UnpublishFirmware),
  UpdateFirmware: csms("L Firmware", UpdateFirmware),
  DeleteCertificate: csms("M Certificates", DeleteCertificate),
  Get15118EVCertificate: station("M Certificates", Get15118EVCertificate),
  GetCertificateChainStatus: station("M Certificates", GetCertificateChainStatus),
  GetCertificateStatus: station("M Certificates", GetCertificateStatus),
  GetInstalledCertificateIds: csms("M Certificates", GetInstalledCertificateIds),
  InstallCertificate: csms("M Certificates", InstallCertificate),
  AdjustPeriodicEventStream: csms("N Diagnostics", AdjustPeriodicEventStream),
  ClearVariableMonitoring: csms("N Diagnostics", ClearVariableMonitoring),
  ClosePeriodicEventStream: station("N Diagnostics", ClosePeriodicEventStream),
  CustomerInformation: csms("N Diagnostics", CustomerInformation),
  GetLog: csms("N Diagnostics", GetLog),
  GetMonitoringReport: csms("N Diagnostics", GetMonitoringReport),
  GetPeriodicEventStream: csms("N Diagnostics", GetPeriodicEventStream),
  LogStatusNotification: station("N Diagnostics", LogStatusNotification),
  NotifyCustomerInformation: station("N Diagnostics", NotifyCustomerInformation),
  NotifyEvent: station("N Diagnostics", NotifyEvent),
  NotifyMonitoringReport: station("N Diagnostics", NotifyMonitoringReport),
  NotifyPeriodicEventStream: sendOfStation("N Diagnostics", NotifyPeriodicEventStream),
  OpenPeriodicEventStream: station("N Diagnostics", OpenPeriodicEventStream),
  SetMonitoringBase: csms("N Diagnostics", SetMonitoringBase),
  SetMonitoringLevel: csms("N Diagnostics", SetMonitoringLevel),
  SetVariableMonitoring: csms("N Diagnostics", SetVariableMonitoring),
  ClearDisplayMessage: csms("O Display", ClearDisplayMessage),
  GetDisplayMessages: csms("O Display", GetDisplayMessages),
  NotifyDisplayMessages: station("O Display", NotifyDisplayMessages),
  SetDisplayMessage: csms("O Display", SetDisplayMessage),
  DataTransfer: both("P DataTransfer", DataTransfer),
  AFRRSignal: csms("Q V2X", AFRRSignal),
  NotifyAllowedEnergyTransfer: csms("Q V2X", NotifyAllowedEnergyTransfer),
  ClearDERControl: csms("R DER", ClearDERControl),
  GetDERControl: csms("R DER", GetDERControl),
  NotifyDERAlarm: station("R DER", NotifyDERAlarm),
  NotifyDERStartStop: station("R DER", NotifyDERStartStop),
  ReportDERControl: station("R DER", ReportDERControl),
  SetDERControl: csms("R DER", SetDERControl),
  BatterySwap: station("S Battery swap", BatterySwap),
  RequestBatterySwap: csms("S Battery swap", RequestBatterySwap),
};
