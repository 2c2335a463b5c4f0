import type {
  Get15118EVCertificateRequest,
  Get15118EVCertificateResponse,
} from "../../../schemas/v201/m-certificates/get-15118-ev-certificate.ts";

/** The sandbox knows no contract certificates. */
export function get15118EVCertificate(_request: Get15118EVCertificateRequest): Get15118EVCertificateResponse {
  return { status: "Failed", exiResponse: "" };
}
