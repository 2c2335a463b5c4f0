import type { Catalogue } from "../../protocol/validate/catalogue.ts";
import { both, csms, station } from "../entry.ts";
import { CertificateSignedRequest, CertificateSignedResponse } from "./a-security/certificate-signed.ts";
import {
  SecurityEventNotificationRequest,
  SecurityEventNotificationResponse,
} from "./a-security/security-event-notification.ts";
import { SignCertificateRequest, SignCertificateResponse } from "./a-security/sign-certificate.ts";
import { BootNotificationRequest, BootNotificationResponse } from "./b-provisioning/boot-notification.ts";
import { GetBaseReportRequest, GetBaseReportResponse } from "./b-provisioning/get-base-report.ts";
import { GetReportRequest, GetReportResponse } from "./b-provisioning/get-report.ts";
import { GetVariablesRequest, GetVariablesResponse } from "./b-provisioning/get-variables.ts";
import { NotifyReportRequest, NotifyReportResponse } from "./b-provisioning/notify-report.ts";
import { ResetRequest, ResetResponse } from "./b-provisioning/reset.ts";
import { SetNetworkProfileRequest, SetNetworkProfileResponse } from "./b-provisioning/set-network-profile.ts";
import { SetVariablesRequest, SetVariablesResponse } from "./b-provisioning/set-variables.ts";
import { AuthorizeRequest, AuthorizeResponse } from "./c-authorization/authorize.ts";
import { ClearCacheRequest, ClearCacheResponse } from "./c-authorization/clear-cache.ts";
import {
  GetLocalListVersionRequest,
  GetLocalListVersionResponse,
} from "./d-local-list/get-local-list-version.ts";
import { SendLocalListRequest, SendLocalListResponse } from "./d-local-list/send-local-list.ts";
import {
  GetTransactionStatusRequest,
  GetTransactionStatusResponse,
} from "./e-transactions/get-transaction-status.ts";
import { TransactionEventRequest, TransactionEventResponse } from "./e-transactions/transaction-event.ts";
import {
  RequestStartTransactionRequest,
  RequestStartTransactionResponse,
} from "./f-remote-control/request-start-transaction.ts";
import {
  RequestStopTransactionRequest,
  RequestStopTransactionResponse,
} from "./f-remote-control/request-stop-transaction.ts";
import { TriggerMessageRequest, TriggerMessageResponse } from "./f-remote-control/trigger-message.ts";
import { UnlockConnectorRequest, UnlockConnectorResponse } from "./f-remote-control/unlock-connector.ts";
import {
  ChangeAvailabilityRequest,
  ChangeAvailabilityResponse,
} from "./g-availability/change-availability.ts";
import { HeartbeatRequest, HeartbeatResponse } from "./g-availability/heartbeat.ts";
import {
  StatusNotificationRequest,
  StatusNotificationResponse,
} from "./g-availability/status-notification.ts";
import { CancelReservationRequest, CancelReservationResponse } from "./h-reservation/cancel-reservation.ts";
import {
  ReservationStatusUpdateRequest,
  ReservationStatusUpdateResponse,
} from "./h-reservation/reservation-status-update.ts";
import { ReserveNowRequest, ReserveNowResponse } from "./h-reservation/reserve-now.ts";
import { CostUpdatedRequest, CostUpdatedResponse } from "./i-tariff-and-cost/cost-updated.ts";
import { MeterValuesRequest, MeterValuesResponse } from "./j-metering/meter-values.ts";
import {
  ClearChargingProfileRequest,
  ClearChargingProfileResponse,
} from "./k-smart-charging/clear-charging-profile.ts";
import {
  ClearedChargingLimitRequest,
  ClearedChargingLimitResponse,
} from "./k-smart-charging/cleared-charging-limit.ts";
import {
  GetChargingProfilesRequest,
  GetChargingProfilesResponse,
} from "./k-smart-charging/get-charging-profiles.ts";
import {
  GetCompositeScheduleRequest,
  GetCompositeScheduleResponse,
} from "./k-smart-charging/get-composite-schedule.ts";
import {
  NotifyChargingLimitRequest,
  NotifyChargingLimitResponse,
} from "./k-smart-charging/notify-charging-limit.ts";
import {
  NotifyEVChargingNeedsRequest,
  NotifyEVChargingNeedsResponse,
} from "./k-smart-charging/notify-ev-charging-needs.ts";
import {
  NotifyEVChargingScheduleRequest,
  NotifyEVChargingScheduleResponse,
} from "./k-smart-charging/notify-ev-charging-schedule.ts";
import {
  ReportChargingProfilesRequest,
  ReportChargingProfilesResponse,
} from "./k-smart-charging/report-charging-profiles.ts";
import {
  SetChargingProfileRequest,
  SetChargingProfileResponse,
} from "./k-smart-charging/set-charging-profile.ts";
import {
  FirmwareStatusNotificationRequest,
  FirmwareStatusNotificationResponse,
} from "./l-firmware/firmware-status-notification.ts";
import { PublishFirmwareRequest, PublishFirmwareResponse } from "./l-firmware/publish-firmware.ts";
import {
  PublishFirmwareStatusNotificationRequest,
  PublishFirmwareStatusNotificationResponse,
} from "./l-firmware/publish-firmware-status-notification.ts";
import { UnpublishFirmwareRequest, UnpublishFirmwareResponse } from "./l-firmware/unpublish-firmware.ts";
import { UpdateFirmwareRequest, UpdateFirmwareResponse } from "./l-firmware/update-firmware.ts";
import { DeleteCertificateRequest, DeleteCertificateResponse } from "./m-certificates/delete-certificate.ts";
import {
  Get15118EVCertificateRequest,
  Get15118EVCertificateResponse,
} from "./m-certificates/get-15118-ev-certificate.ts";
import {
  GetCertificateStatusRequest,
  GetCertificateStatusResponse,
} from "./m-certificates/get-certificate-status.ts";
import {
  GetInstalledCertificateIdsRequest,
  GetInstalledCertificateIdsResponse,
} from "./m-certificates/get-installed-certificate-ids.ts";
import {
  InstallCertificateRequest,
  InstallCertificateResponse,
} from "./m-certificates/install-certificate.ts";
import {
  ClearVariableMonitoringRequest,
  ClearVariableMonitoringResponse,
} from "./n-diagnostics/clear-variable-monitoring.ts";
import {
  CustomerInformationRequest,
  CustomerInformationResponse,
} from "./n-diagnostics/customer-information.ts";
import { GetLogRequest, GetLogResponse } from "./n-diagnostics/get-log.ts";
import {
  GetMonitoringReportRequest,
  GetMonitoringReportResponse,
} from "./n-diagnostics/get-monitoring-report.ts";
import {
  LogStatusNotificationRequest,
  LogStatusNotificationResponse,
} from "./n-diagnostics/log-status-notification.ts";
import {
  NotifyCustomerInformationRequest,
  NotifyCustomerInformationResponse,
} from "./n-diagnostics/notify-customer-information.ts";
import { NotifyEventRequest, NotifyEventResponse } from "./n-diagnostics/notify-event.ts";
import {
  NotifyMonitoringReportRequest,
  NotifyMonitoringReportResponse,
} from "./n-diagnostics/notify-monitoring-report.ts";
import { SetMonitoringBaseRequest, SetMonitoringBaseResponse } from "./n-diagnostics/set-monitoring-base.ts";
import {
  SetMonitoringLevelRequest,
  SetMonitoringLevelResponse,
} from "./n-diagnostics/set-monitoring-level.ts";
import {
  SetVariableMonitoringRequest,
  SetVariableMonitoringResponse,
} from "./n-diagnostics/set-variable-monitoring.ts";
import {
  ClearDisplayMessageRequest,
  ClearDisplayMessageResponse,
} from "./o-display/clear-display-message.ts";
import { GetDisplayMessagesRequest, GetDisplayMessagesResponse } from "./o-display/get-display-messages.ts";
import {
  NotifyDisplayMessagesRequest,
  NotifyDisplayMessagesResponse,
} from "./o-display/notify-display-messages.ts";
import { SetDisplayMessageRequest, SetDisplayMessageResponse } from "./o-display/set-display-message.ts";
import { DataTransferRequest, DataTransferResponse } from "./p-data-transfer/data-transfer.ts";

/** The messages of 2.0.1, `block` being the functional block of Part 2. */
export const catalogue: Catalogue = {
  Authorize: station("C Authorization", AuthorizeRequest, AuthorizeResponse),
  BootNotification: station("B Provisioning", BootNotificationRequest, BootNotificationResponse),
  CancelReservation: csms("H Reservation", CancelReservationRequest, CancelReservationResponse),
  CertificateSigned: csms("A Security", CertificateSignedRequest, CertificateSignedResponse),
  ChangeAvailability: csms("G Availability", ChangeAvailabilityRequest, ChangeAvailabilityResponse),
  ClearCache: csms("C Authorization", ClearCacheRequest, ClearCacheResponse),
  ClearChargingProfile: csms("K Smart charging", ClearChargingProfileRequest, ClearChargingProfileResponse),
  ClearDisplayMessage: csms("O Display", ClearDisplayMessageRequest, ClearDisplayMessageResponse),
  ClearVariableMonitoring: csms(
    "N Diagnostics",
    ClearVariableMonitoringRequest,
    ClearVariableMonitoringResponse,
  ),
  ClearedChargingLimit: station(
    "K Smart charging",
    ClearedChargingLimitRequest,
    ClearedChargingLimitResponse,
  ),
  CostUpdated: csms("I Tariff and cost", CostUpdatedRequest, CostUpdatedResponse),
  CustomerInformation: csms("N Diagnostics", CustomerInformationRequest, CustomerInformationResponse),
  DataTransfer: both("P DataTransfer", DataTransferRequest, DataTransferResponse),
  DeleteCertificate: csms("M Certificates", DeleteCertificateRequest, DeleteCertificateResponse),
  FirmwareStatusNotification: station(
    "L Firmware",
    FirmwareStatusNotificationRequest,
    FirmwareStatusNotificationResponse,
  ),
  Get15118EVCertificate: station(
    "M Certificates",
    Get15118EVCertificateRequest,
    Get15118EVCertificateResponse,
  ),
  GetBaseReport: csms("B Provisioning", GetBaseReportRequest, GetBaseReportResponse),
  GetCertificateStatus: station("M Certificates", GetCertificateStatusRequest, GetCertificateStatusResponse),
  GetChargingProfiles: csms("K Smart charging", GetChargingProfilesRequest, GetChargingProfilesResponse),
  GetCompositeSchedule: csms("K Smart charging", GetCompositeScheduleRequest, GetCompositeScheduleResponse),
  GetDisplayMessages: csms("O Display", GetDisplayMessagesRequest, GetDisplayMessagesResponse),
  GetInstalledCertificateIds: csms(
    "M Certificates",
    GetInstalledCertificateIdsRequest,
    GetInstalledCertificateIdsResponse,
  ),
  GetLocalListVersion: csms("D Local list", GetLocalListVersionRequest, GetLocalListVersionResponse),
  GetLog: csms("N Diagnostics", GetLogRequest, GetLogResponse),
  GetMonitoringReport: csms("N Diagnostics", GetMonitoringReportRequest, GetMonitoringReportResponse),
  GetReport: csms("B Provisioning", GetReportRequest, GetReportResponse),
  GetTransactionStatus: csms("E Transactions", GetTransactionStatusRequest, GetTransactionStatusResponse),
  GetVariables: csms("B Provisioning", GetVariablesRequest, GetVariablesResponse),
  Heartbeat: station("G Availability", HeartbeatRequest, HeartbeatResponse),
  InstallCertificate: csms("M Certificates", InstallCertificateRequest, InstallCertificateResponse),
  LogStatusNotification: station(
    "N Diagnostics",
    LogStatusNotificationRequest,
    LogStatusNotificationResponse,
  ),
  MeterValues: station("J Metering", MeterValuesRequest, MeterValuesResponse),
  NotifyChargingLimit: station("K Smart charging", NotifyChargingLimitRequest, NotifyChargingLimitResponse),
  NotifyCustomerInformation: station(
    "N Diagnostics",
    NotifyCustomerInformationRequest,
    NotifyCustomerInformationResponse,
  ),
  NotifyDisplayMessages: station("O Display", NotifyDisplayMessagesRequest, NotifyDisplayMessagesResponse),
  NotifyEVChargingNeeds: station(
    "K Smart charging",
    NotifyEVChargingNeedsRequest,
    NotifyEVChargingNeedsResponse,
  ),
  NotifyEVChargingSchedule: station(
    "K Smart charging",
    NotifyEVChargingScheduleRequest,
    NotifyEVChargingScheduleResponse,
  ),
  NotifyEvent: station("N Diagnostics", NotifyEventRequest, NotifyEventResponse),
  NotifyMonitoringReport: station(
    "N Diagnostics",
    NotifyMonitoringReportRequest,
    NotifyMonitoringReportResponse,
  ),
  NotifyReport: station("B Provisioning", NotifyReportRequest, NotifyReportResponse),
  PublishFirmware: csms("L Firmware", PublishFirmwareRequest, PublishFirmwareResponse),
  PublishFirmwareStatusNotification: station(
    "L Firmware",
    PublishFirmwareStatusNotificationRequest,
    PublishFirmwareStatusNotificationResponse,
  ),
  ReportChargingProfiles: station(
    "K Smart charging",
    ReportChargingProfilesRequest,
    ReportChargingProfilesResponse,
  ),
  RequestStartTransaction: csms(
    "F Remote control",
    RequestStartTransactionRequest,
    RequestStartTransactionResponse,
  ),
  RequestStopTransaction: csms(
    "F Remote control",
    RequestStopTransactionRequest,
    RequestStopTransactionResponse,
  ),
  ReservationStatusUpdate: station(
    "H Reservation",
    ReservationStatusUpdateRequest,
    ReservationStatusUpdateResponse,
  ),
  ReserveNow: csms("H Reservation", ReserveNowRequest, ReserveNowResponse),
  Reset: csms("B Provisioning", ResetRequest, ResetResponse),
  SecurityEventNotification: station(
    "A Security",
    SecurityEventNotificationRequest,
    SecurityEventNotificationResponse,
  ),
  SendLocalList: csms("D Local list", SendLocalListRequest, SendLocalListResponse),
  SetChargingProfile: csms("K Smart charging", SetChargingProfileRequest, SetChargingProfileResponse),
  SetDisplayMessage: csms("O Display", SetDisplayMessageRequest, SetDisplayMessageResponse),
  SetMonitoringBase: csms("N Diagnostics", SetMonitoringBaseRequest, SetMonitoringBaseResponse),
  SetMonitoringLevel: csms("N Diagnostics", SetMonitoringLevelRequest, SetMonitoringLevelResponse),
  SetNetworkProfile: csms("B Provisioning", SetNetworkProfileRequest, SetNetworkProfileResponse),
  SetVariableMonitoring: csms("N Diagnostics", SetVariableMonitoringRequest, SetVariableMonitoringResponse),
  SetVariables: csms("B Provisioning", SetVariablesRequest, SetVariablesResponse),
  SignCertificate: station("A Security", SignCertificateRequest, SignCertificateResponse),
  StatusNotification: station("G Availability", StatusNotificationRequest, StatusNotificationResponse),
  TransactionEvent: station("E Transactions", TransactionEventRequest, TransactionEventResponse),
  TriggerMessage: csms("F Remote control", TriggerMessageRequest, TriggerMessageResponse),
  UnlockConnector: csms("F Remote control", UnlockConnectorRequest, UnlockConnectorResponse),
  UnpublishFirmware: csms("L Firmware", UnpublishFirmwareRequest, UnpublishFirmwareResponse),
  UpdateFirmware: csms("L Firmware", UpdateFirmwareRequest, UpdateFirmwareResponse),
};
