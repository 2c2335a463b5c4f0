import type { Static } from "typebox";
import { closed, oneOf, text } from "../../shape.ts";

export const CertificateSignedRequest = closed({ certificateChain: text(10000) });
export type CertificateSignedRequest = Static<typeof CertificateSignedRequest>;

export const CertificateSignedResponse = closed({ status: oneOf(["Accepted", "Rejected"]) });
export type CertificateSignedResponse = Static<typeof CertificateSignedResponse>;
