import { atLeast } from "../../shape.ts";
import * as v201 from "../../v201/n-diagnostics/notify-customer-information.ts";
import { revised } from "../types/object.ts";

export { NotifyCustomerInformationResponse } from "../../v201/n-diagnostics/notify-customer-information.ts";

export const NotifyCustomerInformationRequest = revised(v201.NotifyCustomerInformationRequest, {
  requestId: atLeast(0),
  seqNo: atLeast(0),
});
