import { oneOf, optional } from "../../shape.ts";
import { CertificateHashData } from "../types/certificate.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const DeleteCertificateRequest = object({ certificateHashData: CertificateHashData });

export const DeleteCertificateResponse = object({
  status: oneOf(["Accepted", "Failed", "NotFound"]),
  statusInfo: optional(StatusInfo),
});
