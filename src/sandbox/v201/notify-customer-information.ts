import type {
  NotifyCustomerInformationRequest,
  NotifyCustomerInformationResponse,
} from "../../../schemas/v201/n-diagnostics/notify-customer-information.ts";

export function notifyCustomerInformation(
  _request: NotifyCustomerInformationRequest,
): NotifyCustomerInformationResponse {
  return {};
}
