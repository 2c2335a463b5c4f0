import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms, sendOfStation, station } from "../../entry.ts";
import {
  AdjustPeriodicEventStreamRequest,
  AdjustPeriodicEventStreamResponse,
} from "./adjust-periodic-event-stream.ts";
import {
  ClearVariableMonitoringRequest,
  ClearVariableMonitoringResponse,
} from "./clear-variable-monitoring.ts";
import {
  ClosePeriodicEventStreamRequest,
  ClosePeriodicEventStreamResponse,
} from "./close-periodic-event-stream.ts";
import { CustomerInformationRequest, CustomerInformationResponse } from "./customer-information.ts";
import { GetLogRequest, GetLogResponse } from "./get-log.ts";
import { GetMonitoringReportRequest, GetMonitoringReportResponse } from "./get-monitoring-report.ts";
import {
  GetPeriodicEventStreamRequest,
  GetPeriodicEventStreamResponse,
} from "./get-periodic-event-stream.ts";
import { LogStatusNotificationRequest, LogStatusNotificationResponse } from "./log-status-notification.ts";
import {
  NotifyCustomerInformationRequest,
  NotifyCustomerInformationResponse,
} from "./notify-customer-information.ts";
import { NotifyEventRequest, NotifyEventResponse } from "./notify-event.ts";
import { NotifyMonitoringReportRequest, NotifyMonitoringReportResponse } from "./notify-monitoring-report.ts";
import { NotifyPeriodicEventStream } from "./notify-periodic-event-stream.ts";
import {
  OpenPeriodicEventStreamRequest,
  OpenPeriodicEventStreamResponse,
} from "./open-periodic-event-stream.ts";
import { SetMonitoringBaseRequest, SetMonitoringBaseResponse } from "./set-monitoring-base.ts";
import { SetMonitoringLevelRequest, SetMonitoringLevelResponse } from "./set-monitoring-level.ts";
import { SetVariableMonitoringRequest, SetVariableMonitoringResponse } from "./set-variable-monitoring.ts";

const name = "N Diagnostics";

export const diagnostics: Catalogue = {
  AdjustPeriodicEventStream: csms(name, AdjustPeriodicEventStreamRequest, AdjustPeriodicEventStreamResponse),
  ClearVariableMonitoring: csms(name, ClearVariableMonitoringRequest, ClearVariableMonitoringResponse),
  ClosePeriodicEventStream: station(name, ClosePeriodicEventStreamRequest, ClosePeriodicEventStreamResponse),
  CustomerInformation: csms(name, CustomerInformationRequest, CustomerInformationResponse),
  GetLog: csms(name, GetLogRequest, GetLogResponse),
  GetMonitoringReport: csms(name, GetMonitoringReportRequest, GetMonitoringReportResponse),
  GetPeriodicEventStream: csms(name, GetPeriodicEventStreamRequest, GetPeriodicEventStreamResponse),
  LogStatusNotification: station(name, LogStatusNotificationRequest, LogStatusNotificationResponse),
  NotifyCustomerInformation: station(
    name,
    NotifyCustomerInformationRequest,
    NotifyCustomerInformationResponse,
  ),
  NotifyEvent: station(name, NotifyEventRequest, NotifyEventResponse),
  NotifyMonitoringReport: station(name, NotifyMonitoringReportRequest, NotifyMonitoringReportResponse),
  NotifyPeriodicEventStream: sendOfStation(name, NotifyPeriodicEventStream),
  OpenPeriodicEventStream: station(name, OpenPeriodicEventStreamRequest, OpenPeriodicEventStreamResponse),
  SetMonitoringBase: csms(name, SetMonitoringBaseRequest, SetMonitoringBaseResponse),
  SetMonitoringLevel: csms(name, SetMonitoringLevelRequest, SetMonitoringLevelResponse),
  SetVariableMonitoring: csms(name, SetVariableMonitoringRequest, SetVariableMonitoringResponse),
};
