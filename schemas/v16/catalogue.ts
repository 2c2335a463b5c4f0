import type { Catalogue } from "../../protocol/validate/catalogue.ts";
import { both, csms, station } from "../entry.ts";
import * as Authorize from "./core/authorize.ts";
import * as BootNotification from "./core/boot-notification.ts";
import * as ChangeAvailability from "./core/change-availability.ts";
import * as ChangeConfiguration from "./core/change-configuration.ts";
import * as ClearCache from "./core/clear-cache.ts";
import * as DataTransfer from "./core/data-transfer.ts";
import * as GetConfiguration from "./core/get-configuration.ts";
import * as Heartbeat from "./core/heartbeat.ts";
import * as MeterValues from "./core/meter-values.ts";
import * as RemoteStartTransaction from "./core/remote-start-transaction.ts";
import * as RemoteStopTransaction from "./core/remote-stop-transaction.ts";
import * as Reset from "./core/reset.ts";
import * as StartTransaction from "./core/start-transaction.ts";
import * as StatusNotification from "./core/status-notification.ts";
import * as StopTransaction from "./core/stop-transaction.ts";
import * as UnlockConnector from "./core/unlock-connector.ts";
import * as DiagnosticsStatusNotification from "./firmware/diagnostics-status-notification.ts";
import * as FirmwareStatusNotification from "./firmware/firmware-status-notification.ts";
import * as GetDiagnostics from "./firmware/get-diagnostics.ts";
import * as UpdateFirmware from "./firmware/update-firmware.ts";
import * as GetLocalListVersion from "./local-auth-list/get-local-list-version.ts";
import * as SendLocalList from "./local-auth-list/send-local-list.ts";
import * as TriggerMessage from "./remote-trigger/trigger-message.ts";
import * as CancelReservation from "./reservation/cancel-reservation.ts";
import * as ReserveNow from "./reservation/reserve-now.ts";
import * as CertificateSigned from "./security/certificate-signed.ts";
import * as DeleteCertificate from "./security/delete-certificate.ts";
import * as ExtendedTriggerMessage from "./security/extended-trigger-message.ts";
import * as GetInstalledCertificateIds from "./security/get-installed-certificate-ids.ts";
import * as GetLog from "./security/get-log.ts";
import * as InstallCertificate from "./security/install-certificate.ts";
import * as LogStatusNotification from "./security/log-status-notification.ts";
import * as SecurityEventNotification from "./security/security-event-notification.ts";
import * as SignCertificate from "./security/sign-certificate.ts";
import * as SignedFirmwareStatusNotification from "./security/signed-firmware-status-notification.ts";
import * as SignedUpdateFirmware from "./security/signed-update-firmware.ts";
import * as ClearChargingProfile from "./smart-charging/clear-charging-profile.ts";
import * as GetCompositeSchedule from "./smart-charging/get-composite-schedule.ts";
import * as SetChargingProfile from "./smart-charging/set-charging-profile.ts";

/** The messages of 1.6, `block` being the feature profile: all 28 of the specification and 11 of the security white paper. */
export const catalogue: Catalogue = {
  Authorize: station("Core", Authorize),
  BootNotification: station("Core", BootNotification),
  CancelReservation: csms("Reservation", CancelReservation),
  CertificateSigned: csms("Security", CertificateSigned),
  ChangeAvailability: csms("Core", ChangeAvailability),
  ChangeConfiguration: csms("Core", ChangeConfiguration),
  ClearCache: csms("Core", ClearCache),
  ClearChargingProfile: csms("SmartCharging", ClearChargingProfile),
  DataTransfer: both("Core", DataTransfer),
  DeleteCertificate: csms("Security", DeleteCertificate),
  DiagnosticsStatusNotification: station("FirmwareManagement", DiagnosticsStatusNotification),
  ExtendedTriggerMessage: csms("Security", ExtendedTriggerMessage),
  FirmwareStatusNotification: station("FirmwareManagement", FirmwareStatusNotification),
  GetCompositeSchedule: csms("SmartCharging", GetCompositeSchedule),
  GetConfiguration: csms("Core", GetConfiguration),
  GetDiagnostics: csms("FirmwareManagement", GetDiagnostics),
  GetInstalledCertificateIds: csms("Security", GetInstalledCertificateIds),
  GetLocalListVersion: csms("LocalAuthListManagement", GetLocalListVersion),
  GetLog: csms("Security", GetLog),
  Heartbeat: station("Core", Heartbeat),
  InstallCertificate: csms("Security", InstallCertificate),
  LogStatusNotification: station("Security", LogStatusNotification),
  MeterValues: station("Core", MeterValues),
  RemoteStartTransaction: csms("Core", RemoteStartTransaction),
  RemoteStopTransaction: csms("Core", RemoteStopTransaction),
  ReserveNow: csms("Reservation", ReserveNow),
  Reset: csms("Core", Reset),
  SecurityEventNotification: station("Security", SecurityEventNotification),
  SendLocalList: csms("LocalAuthListManagement", SendLocalList),
  SetChargingProfile: csms("SmartCharging", SetChargingProfile),
  SignCertificate: station("Security", SignCertificate),
  SignedFirmwareStatusNotification: station("Security", SignedFirmwareStatusNotification),
  SignedUpdateFirmware: csms("Security", SignedUpdateFirmware),
  StartTransaction: station("Core", StartTransaction),
  StatusNotification: station("Core", StatusNotification),
  StopTransaction: station("Core", StopTransaction),
  TriggerMessage: csms("RemoteTrigger", TriggerMessage),
  UnlockConnector: csms("Core", UnlockConnector),
  UpdateFirmware: csms("FirmwareManagement", UpdateFirmware),
};
