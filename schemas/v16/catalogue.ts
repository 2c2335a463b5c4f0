import type { Catalogue } from "../../protocol/validate/catalogue.ts";
import { both, csms, station } from "../entry.ts";
import { AuthorizeRequest, AuthorizeResponse } from "./core/authorize.ts";
import { BootNotificationRequest, BootNotificationResponse } from "./core/boot-notification.ts";
import { ChangeAvailabilityRequest, ChangeAvailabilityResponse } from "./core/change-availability.ts";
import { ChangeConfigurationRequest, ChangeConfigurationResponse } from "./core/change-configuration.ts";
import { ClearCacheRequest, ClearCacheResponse } from "./core/clear-cache.ts";
import { DataTransferRequest, DataTransferResponse } from "./core/data-transfer.ts";
import { GetConfigurationRequest, GetConfigurationResponse } from "./core/get-configuration.ts";
import { HeartbeatRequest, HeartbeatResponse } from "./core/heartbeat.ts";
import { MeterValuesRequest, MeterValuesResponse } from "./core/meter-values.ts";
import {
  RemoteStartTransactionRequest,
  RemoteStartTransactionResponse,
} from "./core/remote-start-transaction.ts";
import {
  RemoteStopTransactionRequest,
  RemoteStopTransactionResponse,
} from "./core/remote-stop-transaction.ts";
import { ResetRequest, ResetResponse } from "./core/reset.ts";
import { StartTransactionRequest, StartTransactionResponse } from "./core/start-transaction.ts";
import { StatusNotificationRequest, StatusNotificationResponse } from "./core/status-notification.ts";
import { StopTransactionRequest, StopTransactionResponse } from "./core/stop-transaction.ts";
import { UnlockConnectorRequest, UnlockConnectorResponse } from "./core/unlock-connector.ts";
import {
  DiagnosticsStatusNotificationRequest,
  DiagnosticsStatusNotificationResponse,
} from "./firmware/diagnostics-status-notification.ts";
import {
  FirmwareStatusNotificationRequest,
  FirmwareStatusNotificationResponse,
} from "./firmware/firmware-status-notification.ts";
import { GetDiagnosticsRequest, GetDiagnosticsResponse } from "./firmware/get-diagnostics.ts";
import { UpdateFirmwareRequest, UpdateFirmwareResponse } from "./firmware/update-firmware.ts";
import {
  GetLocalListVersionRequest,
  GetLocalListVersionResponse,
} from "./local-auth-list/get-local-list-version.ts";
import { SendLocalListRequest, SendLocalListResponse } from "./local-auth-list/send-local-list.ts";
import { TriggerMessageRequest, TriggerMessageResponse } from "./remote-trigger/trigger-message.ts";
import { CancelReservationRequest, CancelReservationResponse } from "./reservation/cancel-reservation.ts";
import { ReserveNowRequest, ReserveNowResponse } from "./reservation/reserve-now.ts";
import { CertificateSignedRequest, CertificateSignedResponse } from "./security/certificate-signed.ts";
import { DeleteCertificateRequest, DeleteCertificateResponse } from "./security/delete-certificate.ts";
import {
  ExtendedTriggerMessageRequest,
  ExtendedTriggerMessageResponse,
} from "./security/extended-trigger-message.ts";
import {
  GetInstalledCertificateIdsRequest,
  GetInstalledCertificateIdsResponse,
} from "./security/get-installed-certificate-ids.ts";
import { GetLogRequest, GetLogResponse } from "./security/get-log.ts";
import { InstallCertificateRequest, InstallCertificateResponse } from "./security/install-certificate.ts";
import {
  LogStatusNotificationRequest,
  LogStatusNotificationResponse,
} from "./security/log-status-notification.ts";
import {
  SecurityEventNotificationRequest,
  SecurityEventNotificationResponse,
} from "./security/security-event-notification.ts";
import { SignCertificateRequest, SignCertificateResponse } from "./security/sign-certificate.ts";
import {
  SignedFirmwareStatusNotificationRequest,
  SignedFirmwareStatusNotificationResponse,
} from "./security/signed-firmware-status-notification.ts";
import {
  SignedUpdateFirmwareRequest,
  SignedUpdateFirmwareResponse,
} from "./security/signed-update-firmware.ts";
import {
  ClearChargingProfileRequest,
  ClearChargingProfileResponse,
} from "./smart-charging/clear-charging-profile.ts";
import {
  GetCompositeScheduleRequest,
  GetCompositeScheduleResponse,
} from "./smart-charging/get-composite-schedule.ts";
import {
  SetChargingProfileRequest,
  SetChargingProfileResponse,
} from "./smart-charging/set-charging-profile.ts";

/** The messages of 1.6, `block` being the feature profile: all 28 of the specification and 11 of the security white paper. */
export const catalogue: Catalogue = {
  Authorize: station("Core", AuthorizeRequest, AuthorizeResponse),
  BootNotification: station("Core", BootNotificationRequest, BootNotificationResponse),
  CancelReservation: csms("Reservation", CancelReservationRequest, CancelReservationResponse),
  CertificateSigned: csms("Security", CertificateSignedRequest, CertificateSignedResponse),
  ChangeAvailability: csms("Core", ChangeAvailabilityRequest, ChangeAvailabilityResponse),
  ChangeConfiguration: csms("Core", ChangeConfigurationRequest, ChangeConfigurationResponse),
  ClearCache: csms("Core", ClearCacheRequest, ClearCacheResponse),
  ClearChargingProfile: csms("SmartCharging", ClearChargingProfileRequest, ClearChargingProfileResponse),
  DataTransfer: both("Core", DataTransferRequest, DataTransferResponse),
  DeleteCertificate: csms("Security", DeleteCertificateRequest, DeleteCertificateResponse),
  DiagnosticsStatusNotification: station(
    "FirmwareManagement",
    DiagnosticsStatusNotificationRequest,
    DiagnosticsStatusNotificationResponse,
  ),
  ExtendedTriggerMessage: csms("Security", ExtendedTriggerMessageRequest, ExtendedTriggerMessageResponse),
  FirmwareStatusNotification: station(
    "FirmwareManagement",
    FirmwareStatusNotificationRequest,
    FirmwareStatusNotificationResponse,
  ),
  GetCompositeSchedule: csms("SmartCharging", GetCompositeScheduleRequest, GetCompositeScheduleResponse),
  GetConfiguration: csms("Core", GetConfigurationRequest, GetConfigurationResponse),
  GetDiagnostics: csms("FirmwareManagement", GetDiagnosticsRequest, GetDiagnosticsResponse),
  GetInstalledCertificateIds: csms(
    "Security",
    GetInstalledCertificateIdsRequest,
    GetInstalledCertificateIdsResponse,
  ),
  GetLocalListVersion: csms(
    "LocalAuthListManagement",
    GetLocalListVersionRequest,
    GetLocalListVersionResponse,
  ),
  GetLog: csms("Security", GetLogRequest, GetLogResponse),
  Heartbeat: station("Core", HeartbeatRequest, HeartbeatResponse),
  InstallCertificate: csms("Security", InstallCertificateRequest, InstallCertificateResponse),
  LogStatusNotification: station("Security", LogStatusNotificationRequest, LogStatusNotificationResponse),
  MeterValues: station("Core", MeterValuesRequest, MeterValuesResponse),
  RemoteStartTransaction: csms("Core", RemoteStartTransactionRequest, RemoteStartTransactionResponse),
  RemoteStopTransaction: csms("Core", RemoteStopTransactionRequest, RemoteStopTransactionResponse),
  ReserveNow: csms("Reservation", ReserveNowRequest, ReserveNowResponse),
  Reset: csms("Core", ResetRequest, ResetResponse),
  SecurityEventNotification: station(
    "Security",
    SecurityEventNotificationRequest,
    SecurityEventNotificationResponse,
  ),
  SendLocalList: csms("LocalAuthListManagement", SendLocalListRequest, SendLocalListResponse),
  SetChargingProfile: csms("SmartCharging", SetChargingProfileRequest, SetChargingProfileResponse),
  SignCertificate: station("Security", SignCertificateRequest, SignCertificateResponse),
  SignedFirmwareStatusNotification: station(
    "Security",
    SignedFirmwareStatusNotificationRequest,
    SignedFirmwareStatusNotificationResponse,
  ),
  SignedUpdateFirmware: csms("Security", SignedUpdateFirmwareRequest, SignedUpdateFirmwareResponse),
  StartTransaction: station("Core", StartTransactionRequest, StartTransactionResponse),
  StatusNotification: station("Core", StatusNotificationRequest, StatusNotificationResponse),
  StopTransaction: station("Core", StopTransactionRequest, StopTransactionResponse),
  TriggerMessage: csms("RemoteTrigger", TriggerMessageRequest, TriggerMessageResponse),
  UnlockConnector: csms("Core", UnlockConnectorRequest, UnlockConnectorResponse),
  UpdateFirmware: csms("FirmwareManagement", UpdateFirmwareRequest, UpdateFirmwareResponse),
};
