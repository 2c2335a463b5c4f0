import type {
  NotifyReportRequest,
  NotifyReportResponse,
} from "../../../schemas/v201/b-provisioning/notify-report.ts";

export function notifyReport(_request: NotifyReportRequest): NotifyReportResponse {
  return {};
}
