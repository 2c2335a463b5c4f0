import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms, station } from "../../entry.ts";
import { ClearChargingProfileRequest, ClearChargingProfileResponse } from "./clear-charging-profile.ts";
import { ClearedChargingLimitRequest, ClearedChargingLimitResponse } from "./cleared-charging-limit.ts";
import { GetChargingProfilesRequest, GetChargingProfilesResponse } from "./get-charging-profiles.ts";
import { GetCompositeScheduleRequest, GetCompositeScheduleResponse } from "./get-composite-schedule.ts";
import { NotifyChargingLimitRequest, NotifyChargingLimitResponse } from "./notify-charging-limit.ts";
import { NotifyEVChargingNeedsRequest, NotifyEVChargingNeedsResponse } from "./notify-ev-charging-needs.ts";
import {
  NotifyEVChargingScheduleRequest,
  NotifyEVChargingScheduleResponse,
} from "./notify-ev-charging-schedule.ts";
import { NotifyPriorityChargingRequest, NotifyPriorityChargingResponse } from "./notify-priority-charging.ts";
import {
  PullDynamicScheduleUpdateRequest,
  PullDynamicScheduleUpdateResponse,
} from "./pull-dynamic-schedule-update.ts";
import { ReportChargingProfilesRequest, ReportChargingProfilesResponse } from "./report-charging-profiles.ts";
import { SetChargingProfileRequest, SetChargingProfileResponse } from "./set-charging-profile.ts";
import { UpdateDynamicScheduleRequest, UpdateDynamicScheduleResponse } from "./update-dynamic-schedule.ts";
import { UsePriorityChargingRequest, UsePriorityChargingResponse } from "./use-priority-charging.ts";

const name = "K Smart charging";

export const smartCharging: Catalogue = {
  ClearChargingProfile: csms(name, ClearChargingProfileRequest, ClearChargingProfileResponse),
  ClearedChargingLimit: station(name, ClearedChargingLimitRequest, ClearedChargingLimitResponse),
  GetChargingProfiles: csms(name, GetChargingProfilesRequest, GetChargingProfilesResponse),
  GetCompositeSchedule: csms(name, GetCompositeScheduleRequest, GetCompositeScheduleResponse),
  NotifyChargingLimit: station(name, NotifyChargingLimitRequest, NotifyChargingLimitResponse),
  NotifyEVChargingNeeds: station(name, NotifyEVChargingNeedsRequest, NotifyEVChargingNeedsResponse),
  NotifyEVChargingSchedule: station(name, NotifyEVChargingScheduleRequest, NotifyEVChargingScheduleResponse),
  NotifyPriorityCharging: station(name, NotifyPriorityChargingRequest, NotifyPriorityChargingResponse),
  PullDynamicScheduleUpdate: station(
    name,
    PullDynamicScheduleUpdateRequest,
    PullDynamicScheduleUpdateResponse,
  ),
  ReportChargingProfiles: station(name, ReportChargingProfilesRequest, ReportChargingProfilesResponse),
  SetChargingProfile: csms(name, SetChargingProfileRequest, SetChargingProfileResponse),
  UpdateDynamicSchedule: csms(name, UpdateDynamicScheduleRequest, UpdateDynamicScheduleResponse),
  UsePriorityCharging: csms(name, UsePriorityChargingRequest, UsePriorityChargingResponse),
};
