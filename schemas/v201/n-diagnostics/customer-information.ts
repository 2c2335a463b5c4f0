import { boolean, integer, oneOf, optional, text } from "../../shape.ts";
import { CertificateHashData } from "../types/certificate.ts";
import { IdToken } from "../types/id-token.ts";
import { object } from "../types/object.ts";
import { reasoned } from "../types/status-info.ts";

export const request = object({
  requestId: integer(),
  report: boolean(),
  clear: boolean(),
  customerIdentifier: optional(text(64)),
  idToken: optional(IdToken),
  customerCertificate: optional(CertificateHashData),
});

export const response = reasoned(oneOf(["Accepted", "Rejected", "Invalid"]));
