import type {
  SignCertificateRequest,
  SignCertificateResponse,
} from "../../../schemas/v16/security/sign-certificate.ts";

/** The sandbox has no certificate authority, and says so rather than promise a certificate (white paper A02.FR.12). */
export function signCertificate(_request: SignCertificateRequest): SignCertificateResponse {
  return { status: "Rejected" };
}
