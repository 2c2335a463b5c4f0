import { oneOf, optional, some } from "../../shape.ts";
import { CertificateHashData, GetCertificateIdUse } from "../types/certificate.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const CertificateHashDataChain = object({
  certificateType: GetCertificateIdUse,
  certificateHashData: CertificateHashData,
  childCertificateHashData: optional(some(CertificateHashData, 4)),
});

export const request = object({
  certificateType: optional(some(GetCertificateIdUse)),
});

export const response = object({
  status: oneOf(["Accepted", "NotFound"]),
  statusInfo: optional(StatusInfo),
  certificateHashDataChain: optional(some(CertificateHashDataChain)),
});
