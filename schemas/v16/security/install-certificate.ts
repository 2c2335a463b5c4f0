import { closed, oneOf, text } from "../../shape.ts";
import { CertificateUse } from "../types/certificate.ts";

export const request = closed({ certificateType: CertificateUse, certificate: text(5500) });

export const response = closed({ status: oneOf(["Accepted", "Failed", "Rejected"]) });
