import type {
  NotifyMonitoringReportRequest,
  NotifyMonitoringReportResponse,
} from "../../../schemas/v201/n-diagnostics/notify-monitoring-report.ts";

export function notifyMonitoringReport(
  _request: NotifyMonitoringReportRequest,
): NotifyMonitoringReportResponse {
  return {};
}
