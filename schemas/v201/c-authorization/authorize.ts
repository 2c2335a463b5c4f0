import type { Static } from "typebox";
import { oneOf, optional, some, text } from "../../shape.ts";
import { OCSPRequestData } from "../types/certificate.ts";
import { IdToken, IdTokenInfo } from "../types/id-token.ts";
import { object } from "../types/object.ts";

export const request = object({
  idToken: IdToken,
  certificate: optional(text(5500)),
  iso15118CertificateHashData: optional(some(OCSPRequestData, 4)),
});
export type AuthorizeRequest = Static<typeof request>;

export const response = object({
  idTokenInfo: IdTokenInfo,
  certificateStatus: optional(
    oneOf([
      "Accepted",
      "SignatureError",
      "CertificateExpired",
      "CertificateRevoked",
      "NoCertificateAvailable",
      "CertChainError",
      "ContractCancelled",
    ]),
  ),
});
export type AuthorizeResponse = Static<typeof response>;
