import { optional, some } from "../../shape.ts";
import * as v201 from "../../v201/m-certificates/get-installed-certificate-ids.ts";
import { GetCertificateIdUse } from "../types/certificate.ts";
import { revised } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const CertificateHashDataChain = revised(v201.CertificateHashDataChain, {
  certificateType: GetCertificateIdUse,
});

export const request = revised(v201.request, {
  certificateType: optional(some(GetCertificateIdUse)),
});

export const response = revised(v201.response, {
  statusInfo: optional(StatusInfo),
  certificateHashDataChain: optional(some(CertificateHashDataChain)),
});
