import { closed, oneOf, optional, some } from "../../shape.ts";
import { CertificateHashData, CertificateUse } from "../types/certificate.ts";

export const request = closed({ certificateType: CertificateUse });

export const response = closed({
  status: oneOf(["Accepted", "NotFound"]),
  certificateHashData: optional(some(CertificateHashData)),
});
