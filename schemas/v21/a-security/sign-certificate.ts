import type { Static } from "typebox";
import { integer, optional } from "../../shape.ts";
import * as v201 from "../../v201/a-security/sign-certificate.ts";
import { CertificateHashData, CertificateSigningUse } from "../types/certificate.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const SignCertificateRequest = revised(v201.SignCertificateRequest, {
  certificateType: optional(CertificateSigningUse),
  hashRootCertificate: optional(CertificateHashData),
  requestId: optional(integer()),
});
export type SignCertificateRequest = Static<typeof SignCertificateRequest>;

export const SignCertificateResponse = explained(v201.SignCertificateResponse);
export type SignCertificateResponse = Static<typeof SignCertificateResponse>;
