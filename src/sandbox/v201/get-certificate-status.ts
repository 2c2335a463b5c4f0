import type {
  GetCertificateStatusRequest,
  GetCertificateStatusResponse,
} from "../../../schemas/v201/m-certificates/get-certificate-status.ts";

/** M06.FR.04: the sandbox asks no OCSP responder. */
export function getCertificateStatus(_request: GetCertificateStatusRequest): GetCertificateStatusResponse {
  return { status: "Failed" };
}
