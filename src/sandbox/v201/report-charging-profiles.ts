import type {
  ReportChargingProfilesRequest,
  ReportChargingProfilesResponse,
} from "../../../schemas/v201/k-smart-charging/report-charging-profiles.ts";

export function reportChargingProfiles(
  _request: ReportChargingProfilesRequest,
): ReportChargingProfilesResponse {
  return {};
}
