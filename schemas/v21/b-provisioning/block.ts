import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms, station } from "../../entry.ts";
import { BootNotificationRequest, BootNotificationResponse } from "./boot-notification.ts";
import { GetBaseReportRequest, GetBaseReportResponse } from "./get-base-report.ts";
import { GetReportRequest, GetReportResponse } from "./get-report.ts";
import { GetVariablesRequest, GetVariablesResponse } from "./get-variables.ts";
import { NotifyReportRequest, NotifyReportResponse } from "./notify-report.ts";
import { ResetRequest, ResetResponse } from "./reset.ts";
import { SetNetworkProfileRequest, SetNetworkProfileResponse } from "./set-network-profile.ts";
import { SetVariablesRequest, SetVariablesResponse } from "./set-variables.ts";

const name = "B Provisioning";

export const provisioning: Catalogue = {
  BootNotification: station(name, BootNotificationRequest, BootNotificationResponse),
  GetBaseReport: csms(name, GetBaseReportRequest, GetBaseReportResponse),
  GetReport: csms(name, GetReportRequest, GetReportResponse),
  GetVariables: csms(name, GetVariablesRequest, GetVariablesResponse),
  NotifyReport: station(name, NotifyReportRequest, NotifyReportResponse),
  Reset: csms(name, ResetRequest, ResetResponse),
  SetNetworkProfile: csms(name, SetNetworkProfileRequest, SetNetworkProfileResponse),
  SetVariables: csms(name, SetVariablesRequest, SetVariablesResponse),
};
