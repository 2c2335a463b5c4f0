import { closed, oneOf } from "../../shape.ts";
import { CertificateHashData } from "../types/certificate.ts";

export const request = closed({ certificateHashData: CertificateHashData });

export const response = closed({ status: oneOf(["Accepted", "Failed", "NotFound"]) });
