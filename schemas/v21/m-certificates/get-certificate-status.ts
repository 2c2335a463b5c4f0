import { optional, text } from "../../shape.ts";
import * as v201 from "../../v201/m-certificates/get-certificate-status.ts";
import { OCSPRequestData } from "../types/certificate.ts";
import { object, revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const GetCertificateStatusRequest = object({ ocspRequestData: OCSPRequestData });

export const GetCertificateStatusResponse = revised(v201.GetCertificateStatusResponse, {
  statusInfo: optional(StatusInfo),
  ocspResult: optional(text(18000)),
});
