import type { Static } from "typebox";
import { closed, oneOf } from "../../shape.ts";
import { CertificateHashData } from "../types/certificate.ts";

export const DeleteCertificateRequest = closed({ certificateHashData: CertificateHashData });
export type DeleteCertificateRequest = Static<typeof DeleteCertificateRequest>;

export const DeleteCertificateResponse = closed({ status: oneOf(["Accepted", "Failed", "NotFound"]) });
export type DeleteCertificateResponse = Static<typeof DeleteCertificateResponse>;
