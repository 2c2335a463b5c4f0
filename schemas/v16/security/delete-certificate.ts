import { closed, oneOf } from "../../shape.ts";
import { CertificateHashData } from "../types/certificate.ts";

export const DeleteCertificateRequest = closed({ certificateHashData: CertificateHashData });

export const DeleteCertificateResponse = closed({ status: oneOf(["Accepted", "Failed", "NotFound"]) });
