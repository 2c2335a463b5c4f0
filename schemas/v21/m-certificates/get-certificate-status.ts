import { optional, text } from "../../shape.ts";
import * as v201 from "../../v201/m-certificates/get-certificate-status.ts";
import { OCSPRequestData } from "../types/certificate.ts";
import { revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = revised(v201.request, { ocspRequestData: OCSPRequestData });

export const response = revised(v201.response, {
  statusInfo: optional(StatusInfo),
  ocspResult: optional(text(18000)),
});
