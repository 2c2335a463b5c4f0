import { optional, text } from "../../shape.ts";
import { CertificateSigningUse } from "../types/certificate.ts";
import { object } from "../types/object.ts";
import { GenericStatus, reasoned } from "../types/status-info.ts";

export const request = object({
  csr: text(5500),
  certificateType: optional(CertificateSigningUse),
});

export const response = reasoned(GenericStatus);
