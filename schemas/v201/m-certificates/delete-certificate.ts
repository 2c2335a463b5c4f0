import { oneOf, optional } from "../../shape.ts";
import { CertificateHashData } from "../types/certificate.ts";
import { object } from "../types/object.ts";
import { StatusInfo } from "../types/status-info.ts";

export const request = object({ certificateHashData: CertificateHashData });

export const response = object({
  status: oneOf(["Accepted", "Failed", "NotFound"]),
  statusInfo: optional(StatusInfo),
});
