import { closed, oneOf, optional, some } from "../../shape.ts";
import { CertificateHashData, CertificateUse } from "../types/certificate.ts";

export const GetInstalledCertificateIdsRequest = closed({ certificateType: CertificateUse });

export const GetInstalledCertificateIdsResponse = closed({
  status: oneOf(["Accepted", "NotFound"]),
  certificateHashData: optional(some(CertificateHashData)),
});
