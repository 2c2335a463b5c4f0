import type { Static } from "typebox";
import { closed, oneOf, optional, some } from "../../shape.ts";
import { CertificateHashData, CertificateUse } from "../types/certificate.ts";

export const GetInstalledCertificateIdsRequest = closed({ certificateType: CertificateUse });
export type GetInstalledCertificateIdsRequest = Static<typeof GetInstalledCertificateIdsRequest>;

export const GetInstalledCertificateIdsResponse = closed({
  status: oneOf(["Accepted", "NotFound"]),
  certificateHashData: optional(some(CertificateHashData)),
});
export type GetInstalledCertificateIdsResponse = Static<typeof GetInstalledCertificateIdsResponse>;
