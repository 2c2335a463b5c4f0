import type { Static } from "typebox";
import { dateTime, oneOf, some, text } from "../../shape.ts";
import { CertificateHashData } from "../types/certificate.ts";
import { object } from "../types/object.ts";

export const CertificateStatusSource = oneOf(["CRL", "OCSP"]);

export const CertificateStatusRequestInfo = object({
  certificateHashData: CertificateHashData,
  source: CertificateStatusSource,
  urls: some(text(2000), 5),
});

export const CertificateStatus = object({
  certificateHashData: CertificateHashData,
  source: CertificateStatusSource,
  status: oneOf(["Good", "Revoked", "Unknown", "Failed"]),
  nextUpdate: dateTime(),
});

export const request = object({
  certificateStatusRequests: some(CertificateStatusRequestInfo, 4),
});
export type GetCertificateChainStatusRequest = Static<typeof request>;

export const response = object({ certificateStatus: some(CertificateStatus, 4) });
export type GetCertificateChainStatusResponse = Static<typeof response>;
