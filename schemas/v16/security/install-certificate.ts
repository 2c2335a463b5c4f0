import { closed, oneOf, text } from "../../shape.ts";
import { CertificateUse } from "../types/certificate.ts";

export const InstallCertificateRequest = closed({ certificateType: CertificateUse, certificate: text(5500) });

export const InstallCertificateResponse = closed({ status: oneOf(["Accepted", "Failed", "Rejected"]) });
