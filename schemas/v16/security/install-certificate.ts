import type { Static } from "typebox";
import { closed, oneOf, text } from "../../shape.ts";
import { CertificateUse } from "../types/certificate.ts";

export const InstallCertificateRequest = closed({ certificateType: CertificateUse, certificate: text(5500) });
export type InstallCertificateRequest = Static<typeof InstallCertificateRequest>;

export const InstallCertificateResponse = closed({ status: oneOf(["Accepted", "Failed", "Rejected"]) });
export type InstallCertificateResponse = Static<typeof InstallCertificateResponse>;
