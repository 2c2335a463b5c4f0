import { atLeast } from "../../shape.ts";
import * as v201 from "../../v201/n-diagnostics/notify-customer-information.ts";
import { revised } from "../types/object.ts";

export const request = revised(v201.request, {
  requestId: atLeast(0),
  seqNo: atLeast(0),
});

export const response = v201.response;
