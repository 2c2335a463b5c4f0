import { integer, optional } from "../../shape.ts";
import * as v201 from "../../v201/a-security/sign-certificate.ts";
import { CertificateHashData, CertificateSigningUse } from "../types/certificate.ts";
import { revised } from "../types/object.ts";
import { explained } from "../types/status-info.ts";

export const request = revised(v201.request, {
  certificateType: optional(CertificateSigningUse),
  hashRootCertificate: optional(CertificateHashData),
  requestId: optional(integer()),
});

export const response = explained(v201.response);
