import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms, station } from "../../entry.ts";
import { CertificateSignedRequest, CertificateSignedResponse } from "./certificate-signed.ts";
import {
  SecurityEventNotificationRequest,
  SecurityEventNotificationResponse,
} from "./security-event-notification.ts";
import { SignCertificateRequest, SignCertificateResponse } from "./sign-certificate.ts";

const name = "A Security";

export const security: Catalogue = {
  CertificateSigned: csms(name, CertificateSignedRequest, CertificateSignedResponse),
  SecurityEventNotification: station(
    name,
    SecurityEventNotificationRequest,
    SecurityEventNotificationResponse,
  ),
  SignCertificate: station(name, SignCertificateRequest, SignCertificateResponse),
};
